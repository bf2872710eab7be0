package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.fact.Activity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which two amounts of an activity make an observed rate: found by dividing those that the answer's proof read, never
 * assumed.
 *
 * @param part amount above the line
 * @param whole amount below it
 */
record Ratio(String part, String whole) {
    private static final int DIGITS = 4;
    private static final Map<String, Function<Activity, Optional<BigDecimal>>> AMOUNTS = Map.of(
            "overruns", Activity::overruns,
            "opposableFees", Activity::opposableFees,
            "reimbursableFees", Activity::reimbursableFees);

    /** The ratio of an observed rate; empty if its proof read no two amounts that give it. */
    static Optional<Ratio> of(Dossier dossier, Answer observed) {
        List<String> read = observed.proof().stream()
                .flatMap(id -> dossier.firing(id).stream())
                .flatMap(firing -> firing.facts().keySet().stream())
                .filter(path -> path.startsWith("activity." + dossier.decision().year() + "."))
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .filter(AMOUNTS::containsKey)
                .sorted()
                .toList();
        Optional<Activity> activity = dossier.account().facts().activity().orElse(List.of()).stream()
                .filter(each -> each.year() == dossier.decision().year())
                .findFirst();
        BigDecimal rate = observed.value().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        return read.stream()
                .flatMap(part ->
                        read.stream().filter(whole -> !whole.equals(part)).map(whole -> new Ratio(part, whole)))
                .filter(ratio -> activity.flatMap(ratio::rate)
                        .filter(each -> each.compareTo(rate) == 0)
                        .isPresent())
                .findFirst();
    }

    /** Its value in a year; empty if an amount is not known or nothing stands below the line. */
    Optional<BigDecimal> rate(Activity activity) {
        Optional<BigDecimal> above = AMOUNTS.get(part).apply(activity);
        Optional<BigDecimal> below = AMOUNTS.get(whole).apply(activity).filter(amount -> amount.signum() > 0);
        return above.isPresent() && below.isPresent()
                ? Optional.of(above.get().divide(below.get(), DIGITS, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Whether it measures what was charged above the tariff; else what was charged at it. */
    boolean ofOverruns() {
        return part.equals("overruns");
    }
}
