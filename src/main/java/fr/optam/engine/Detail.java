package fr.optam.engine;

/** How much of a decision is written down. */
public enum Detail {
    /** Answers without their proof. */
    NONE,
    /** Answers, and every rule that applied by its name alone: for whoever decides much and reads no proof. */
    RULES,
    /** For a run: letters found regular are counted, all else is written with its proof. */
    RUN,
    /** Every letter of every act, with its proof. */
    FULL;

    /** The same answers without their proof. */
    public Detail unproven() {
        return whole() ? RULES : NONE;
    }

    /** Whether proofs and words are written. */
    boolean proven() {
        return this == RUN || this == FULL;
    }

    /** Whether nothing is left out that applied. */
    boolean whole() {
        return this == RULES || this == FULL;
    }
}
