package fr.optam.explain.ahead;

/** What of a practice is turned to see what it changes. */
public enum Amount {
    /** Overruns, all else as planned. */
    OVERRUNS,
    /** Fees at opposable tariffs among the fees planned. */
    OPPOSABLE,
    /** Further fees, all of them at opposable tariffs. */
    EXTRA
}
