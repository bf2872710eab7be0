package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a picture of curves.
 *
 * @param name what stands at its end
 * @param points points from left to right; where one has no value the line has a gap
 * @param steps whether a value holds until the next point
 */
public record Series(String name, List<Point> points, boolean steps) {
    /** Copies the list; throws {@link IllegalArgumentException} if a point lies left of the one before. */
    public Series {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).x().compareTo(points.get(i - 1).x()) < 0) {
                throw new IllegalArgumentException(
                        name + ": point " + points.get(i) + " lies left of " + points.get(i - 1));
            }
        }
    }

    /** A point. @param x where @param y its value; none if it is not known */
    public record Point(BigDecimal x, Optional<BigDecimal> y) {
        /** A point with a value. */
        public static Point of(BigDecimal x, BigDecimal y) {
            return new Point(x, Optional.of(y));
        }
    }

    /** A line from point to point. */
    public static Series of(String name, List<Point> points) {
        return new Series(name, points, false);
    }

    /** A line of steps. */
    public static Series steps(String name, List<Point> points) {
        return new Series(name, points, true);
    }

    /** A line over an axis of names, one value each from the first on. */
    public static Series over(String name, List<BigDecimal> values) {
        return known(name, values.stream().map(Optional::of).toList());
    }

    /** A line over an axis of names, where some values are not known. */
    public static Series known(String name, List<Optional<BigDecimal>> values) {
        List<Point> points = new ArrayList<>();
        values.forEach(value -> points.add(new Point(BigDecimal.valueOf(points.size()), value)));
        return new Series(name, points, false);
    }
}
