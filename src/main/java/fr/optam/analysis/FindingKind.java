package fr.optam.analysis;

import fr.optam.rulebook.Severity;

/** What analysis may say of a table. */
public enum FindingKind {
    /** No row matches a region of the domains. */
    GAP(Severity.WARNING),
    /** Two rows match one region and conclude differently. */
    CONFLICT(Severity.WARNING),
    /** Two rows match one region and conclude the same. */
    DUPLICATE(Severity.NOTE),
    /** A row lies within others that conclude the same: it says nothing of its own. */
    SUBSUMED(Severity.WARNING),
    /** A row lies within others of which one at least concludes otherwise: it never stands alone. */
    MASKED(Severity.WARNING),
    /** A row matches nothing in the domains. */
    EMPTY_ROW(Severity.WARNING),
    /** Rows that could be one. */
    MERGEABLE(Severity.NOTE),
    /** A condition whose value changes no conclusion. */
    COLUMN_IDLE(Severity.NOTE),
    /** Periods of two rows share days, or leave days out, on which no year ends: no decision changes. */
    OFF_YEAR_END(Severity.NOTE),
    /** A column whose field has no domain. */
    NO_DOMAIN(Severity.NOTE),
    /** A table too entangled to be analysed within bounds. */
    TOO_COMPLEX(Severity.NOTE),
    /** A code that the field can't hold. */
    CODE_OUTSIDE_DOMAIN(Severity.ERROR),
    /** A row of the list of domains that can't be used. */
    DOMAIN(Severity.WARNING),
    /** A declaration that can't be read: unknown kind, row, column or value, no reason. */
    INTENT(Severity.WARNING),
    /** A declaration that nothing needs any more. */
    INTENT_UNUSED(Severity.WARNING),
    /** Two rows of a list stand for one key on one day. */
    TIME_OVERLAP(Severity.WARNING),
    /** No row of a list stands for a key between two periods. */
    TIME_GAP(Severity.WARNING);

    private final Severity severity;

    FindingKind(Severity severity) {
        this.severity = severity;
    }

    /** How much it weighs. */
    public Severity severity() {
        return severity;
    }
}
