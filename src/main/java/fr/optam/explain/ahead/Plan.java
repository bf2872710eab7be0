package fr.optam.explain.ahead;

import fr.optam.fact.Activity;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What someone plans, and wants to know about. Whatever is empty goes on as it is.
 *
 * @param year civil year that is looked at; empty is the year after that of the facts, or the one in progress
 * @param options codes of options to compare; empty are those that the practitioner may join or is in
 * @param fees EUR, reimbursable fees of the year
 * @param overrunRate overruns by fees
 * @param opposableShare fees at opposable tariffs by fees
 * @param acts number of acts
 * @param rises rises of tariffs, beside those of the facts; present and empty if there are none
 * @param until last day of which fees are known, of a year in progress
 * @param activity activity of other years, instead of that of the facts
 */
public record Plan(
        Optional<Integer> year,
        List<String> options,
        Optional<BigDecimal> fees,
        Optional<BigDecimal> overrunRate,
        Optional<BigDecimal> opposableShare,
        Optional<Acts> acts,
        Optional<List<TariffRise>> rises,
        Optional<LocalDate> until,
        List<Activity> activity) {
    /** Nothing is planned. */
    public static final Plan NONE = new Plan(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    /** Copies the lists. */
    public Plan {
        options = List.copyOf(options);
        rises = rises.map(List::copyOf);
        activity = List.copyOf(activity);
    }

    /**
     * How many acts are planned.
     *
     * @param number that number, or how many for a hundred more
     * @param percent whether it is percent more, or less if negative
     */
    public record Acts(BigDecimal number, boolean percent) {}
}
