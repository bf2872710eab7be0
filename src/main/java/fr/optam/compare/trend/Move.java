package fr.optam.compare.trend;

import java.util.Comparator;

/**
 * A change of standing between a year and the one before.
 *
 * @param year the later year
 * @param from option before, {@link Group#NONE}, {@link Group#UNKNOWN} or {@link #ABSENT}
 * @param to option after, or the same
 */
public record Move(int year, String from, String to) {
    /** The practitioner is not in the cohort of the year. */
    public static final String ABSENT = "ABSENT";

    static final Comparator<Move> ORDER =
            Comparator.comparing(Move::year).thenComparing(Move::from).thenComparing(Move::to);
}
