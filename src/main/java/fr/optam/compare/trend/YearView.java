package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a year says of one practitioner, as the engine decided it.
 *
 * @param id identity
 * @param year civil year
 * @param specialty code, empty if unknown
 * @param department code, empty if unknown
 * @param region code, empty if unknown
 * @param sector code, empty if unknown
 * @param standing whether a member of an option
 * @param mayJoin whether an option is open to the practitioner at the end of the year; empty if unknown
 * @param rates by name of the commitment
 * @param respect verdict over all commitments
 * @param prime EUR due, zero if there is none; empty if it could not be said
 * @param clawback EUR to recover, zero if nothing; empty if it could not be said
 * @param fees EUR, reimbursable fees of the year
 * @param findings codes, one entry each
 * @param outcome outcome code
 */
public record YearView(
        String id,
        int year,
        String specialty,
        String department,
        String region,
        String sector,
        Standing standing,
        Optional<Boolean> mayJoin,
        SortedMap<String, RateView> rates,
        String respect,
        Optional<BigDecimal> prime,
        Optional<BigDecimal> clawback,
        Optional<BigDecimal> fees,
        List<String> findings,
        String outcome) {

    /** Copies. */
    public YearView {
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
        findings = List.copyOf(findings);
    }

    /** Whether a member, and of what. */
    public sealed interface Standing {
        /** A member of an option. */
        record Member(String option) implements Standing {}

        /** No member. */
        record Outside() implements Standing {}

        /** Nothing is known. */
        record Unknown() implements Standing {}
    }

    /**
     * One commitment in a year.
     *
     * @param observed ratio, six decimals where the engine gives them; empty if not measured
     * @param committed ratio; empty if none is set
     * @param respect verdict
     */
    public record RateView(Optional<BigDecimal> observed, Optional<BigDecimal> committed, String respect) {}

    /** Whether a member of an option. */
    public boolean member() {
        return standing instanceof Standing.Member;
    }

    /** Code of the option; empty for whoever is no member. */
    public String option() {
        return standing instanceof Standing.Member member ? member.option() : "";
    }
}
