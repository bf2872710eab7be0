package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The yearly change of a series, without binary fractions.
 *
 * @param robust median of the slopes between all pairs of years (Theil and Sen): one year that is out of line among five
 *     does not move it
 * @param plain last figure less first, by year
 * @param first first year with a figure
 * @param last last year with a figure
 */
public record Slope(BigDecimal robust, BigDecimal plain, int first, int last) {
    private static final int DECIMALS = 6;
    private static final int EXACT = 18;

    /** The slope of a series of at least two years; nothing otherwise. */
    public static Optional<Slope> of(SortedMap<Integer, BigDecimal> series) {
        if (series.size() < 2) {
            return Optional.empty();
        }
        List<Map.Entry<Integer, BigDecimal>> points = List.copyOf(series.entrySet());
        List<BigDecimal> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                slopes.add(between(points.get(i), points.get(j)));
            }
        }
        Collections.sort(slopes);
        int middle = slopes.size() / 2;
        BigDecimal median = slopes.size() % 2 == 1
                ? slopes.get(middle)
                : slopes.get(middle - 1).add(slopes.get(middle)).divide(BigDecimal.valueOf(2));
        return Optional.of(new Slope(
                round(median),
                round(between(points.get(0), points.get(points.size() - 1))),
                series.firstKey(),
                series.lastKey()));
    }

    private static BigDecimal between(Map.Entry<Integer, BigDecimal> one, Map.Entry<Integer, BigDecimal> other) {
        return other.getValue()
                .subtract(one.getValue())
                .divide(BigDecimal.valueOf(other.getKey() - one.getKey()), EXACT, RoundingMode.HALF_UP);
    }

    private static BigDecimal round(BigDecimal slope) {
        return slope.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
