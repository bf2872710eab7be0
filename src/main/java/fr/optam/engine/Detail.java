package fr.optam.engine;

/** How much of a decision is written down. */
public enum Detail {
    /** Answers without their proof. */
    NONE,
    /** Answers, and every rule that applied by its name alone: for whoever decides much and reads no proof. */
    RULES,
    /**
     * For a run: letters found regular are counted; acts of which one rule says the same have one answer, that names the
     * rule; there are no sentences. All else is made again of the facts and the rulebook.
     */
    RUN,
    /** As runs of the second format were written: letters found regular are counted, all else has its proof. */
    PROVEN,
    /** Every letter of every act, with its proof. */
    FULL;

    /** The same answers without their proof. */
    public Detail unproven() {
        return folded() ? RUN : whole() ? RULES : NONE;
    }

    /** Whether proofs and words are written. */
    boolean proven() {
        return this == PROVEN || this == FULL;
    }

    /** Whether acts of which the same is said have one answer. */
    boolean folded() {
        return this == RUN;
    }

    /** Whether nothing is left out that applied. */
    boolean whole() {
        return this == RULES || this == FULL;
    }
}
