package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Everything drawn about one practitioner but the acts.
 *
 * @param subject who it is
 * @param years activity by civil year, in order; the year of the acts is the last
 * @param overrunRate signed rate, ten-thousandths; empty if none is signed
 * @param opposableShare signed share, ten-thousandths; empty if none is signed
 * @param events in order of date
 * @param paid bonus paid
 * @param rises tariff rises, in order of date
 * @param unknown facts that no file gives
 * @param disagrees planted: the counts of the year do not match the acts
 */
record Drawn(
        Subject subject,
        List<YearRow> years,
        OptionalInt overrunRate,
        OptionalInt opposableShare,
        List<EventRow> events,
        Optional<PaidRow> paid,
        List<RiseRow> rises,
        Set<Fact> unknown,
        boolean disagrees) {

    /** Activity of one year: counts in the order of {@link Category}, amounts in cents. */
    record YearRow(int year, long[] counts, long fees, long overruns, long opposable) {}

    /** A dated fact of the procedure; an empty quarter is none. */
    record EventRow(String type, LocalDate on, String quarter) {}

    /** What was paid, cents. */
    record PaidRow(long prime, LocalDate on) {}

    /** A rise of tariffs, cents. */
    record RiseRow(LocalDate on, long base, long rise) {}

    boolean known(Fact fact) {
        return !unknown.contains(fact);
    }
}
