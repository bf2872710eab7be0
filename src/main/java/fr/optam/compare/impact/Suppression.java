package fr.optam.compare.impact;

/** Hides what would tell of too few practitioners. */
public final class Suppression {
    /** Practitioners below which a group is hidden, where nothing else is said. */
    public static final int SMALLEST_GROUP = 11;

    private Suppression() {}
}
