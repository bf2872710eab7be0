package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A figure of a year and a group: a row of the long table.
 *
 * @param year civil year
 * @param measure its name, {@code memberShare}
 * @param group whom it is about
 * @param value the figure
 * @param unit {@code practitioners}, {@code share}, {@code rate}, {@code EUR} or {@code findings}
 * @param of practitioners whom it is made of
 */
public record Figure(int year, String measure, Group group, BigDecimal value, String unit, long of)
        implements Comparable<Figure> {
    private static final Comparator<Figure> ORDER =
            Comparator.comparing(Figure::measure).thenComparing(Figure::group).thenComparing(Figure::year);

    @Override
    public int compareTo(Figure other) {
        return ORDER.compare(this, other);
    }
}
