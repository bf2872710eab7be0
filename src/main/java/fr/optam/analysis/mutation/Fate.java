package fr.optam.analysis.mutation;

/** What became of a mutant. */
public enum Fate {
    /** A scenario fails. */
    KILLED,
    /** No scenario fails. */
    SURVIVED,
    /** No facts whatever could tell it from the rulebook as it is. */
    EQUIVALENT
}
