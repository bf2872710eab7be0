package fr.optam.compare.impact;

import java.util.List;

/**
 * A practitioner-year with at least one changed answer or finding. Personal data.
 *
 * @param practitioner id
 * @param year civil year that is decided
 * @param specialty code, empty if unknown
 * @param department code, empty if unknown
 * @param sector code, empty if unknown
 * @param option option at the end of the year, empty if unknown
 * @param changes changed answers in the order of the questions, {@code outcome} first
 * @param balance what the practitioner gains or, negative, loses, cents: the sum over the changes
 * @param gained codes of findings that are there after and not before, sorted
 * @param lost codes of findings that are there before and not after, sorted
 * @param recorded whether a run records a changed answer of it; not if only letters change that both sides find payable
 */
public record Case(
        String practitioner,
        int year,
        String specialty,
        String department,
        String sector,
        String option,
        List<ChangedAnswer> changes,
        long balance,
        List<String> gained,
        List<String> lost,
        boolean recorded) {

    /** Copies the lists. */
    public Case {
        changes = List.copyOf(changes);
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }
}
