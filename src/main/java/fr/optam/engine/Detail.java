package fr.optam.engine;

/** How much of a decision is written down. */
public enum Detail {
    /** Answers without their proof. */
    NONE,
    /** For a run: letters found regular are counted, all else is written with its proof. */
    RUN,
    /** Every letter of every act, with its proof. */
    FULL
}
