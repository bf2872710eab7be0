package fr.optam.compare.trend;

/** Verdicts of the contract that are counted by name. */
final class Verdict {
    static final String RESPECTED = "RESPECTED";
    static final String BREACHED = "BREACHED";

    private Verdict() {}
}
