package fr.optam.compare.impact;

import fr.optam.decision.Sentence;
import java.util.List;

/**
 * The cohort by one property of the practitioners; each practitioner is in exactly one group.
 *
 * @param dimension the property
 * @param groups the groups in the order of their codes; the last one may be those of whom it is unknown
 */
public record Breakdown(Dimension dimension, List<Group> groups) {
    /** Properties of practitioners. */
    public enum Dimension {
        /** Code of the specialty. */
        SPECIALTY,
        /** Department. */
        DEPARTMENT,
        /** Sector of the convention. */
        SECTOR,
        /** Option of which the practitioner is a member at the end of the year. */
        OPTION
    }

    /**
     * One group.
     *
     * @param code code; empty for unknown
     * @param label what people call it
     * @param shown its practitioners, and what changes for them
     */
    public record Group(String code, Sentence label, Shown shown) {}

    /** Copies the groups. */
    public Breakdown {
        groups = List.copyOf(groups);
    }
}
