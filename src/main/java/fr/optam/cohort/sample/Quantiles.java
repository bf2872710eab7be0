package fr.optam.cohort.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Quantiles of the recipe's distributions: 1,000 points in decimal text, read once, whole numbers inside.
 *
 * <p>A lognormal column has median 1. Between two points the value is interpolated in whole numbers.
 */
final class Quantiles {

    private static final int POINTS = 1000;
    private static final int FRACTION_BITS = 16;

    private final long[][] millionths;

    private Quantiles(long[][] millionths) {
        this.millionths = millionths;
    }

    /** Reads the table that ships with the program. */
    static Quantiles shipped() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Quantiles.class.getResourceAsStream("quantiles.csv"), StandardCharsets.UTF_8))) {
            List<String> header = List.of(in.readLine().split(","));
            List<String[]> rows = in.lines().map(line -> line.split(",")).toList();
            long[][] read = new long[Curve.values().length][];
            for (Curve curve : Curve.values()) {
                int column = header.indexOf(curve.name().toLowerCase(Locale.ROOT));
                read[curve.ordinal()] = rows.stream()
                        .mapToLong(row ->
                                new BigDecimal(row[column]).movePointRight(6).longValueExact())
                        .toArray();
                if (read[curve.ordinal()].length != POINTS) {
                    throw new IOException("quantiles.csv: not 1000 points, " + rows.size() + ".");
                }
            }
            return new Quantiles(read);
        }
    }

    /** One draw of the distribution, in millionths. */
    long draw(Curve curve, SplitMix64 random) {
        long[] points = millionths[curve.ordinal()];
        int at = random.below((POINTS - 1) << FRACTION_BITS);
        int index = at >>> FRACTION_BITS;
        long fraction = at & ((1 << FRACTION_BITS) - 1);
        return points[index] + ((points[index + 1] - points[index]) * fraction >> FRACTION_BITS);
    }

    /** Mean of what is drawn, in millionths. */
    long mean(Curve curve) {
        long[] points = millionths[curve.ordinal()];
        return (Arrays.stream(points).sum() - (points[0] + points[POINTS - 1]) / 2) / (POINTS - 1);
    }

    /** One draw of a lognormal distribution around its median, rounded half up, in the unit of the median. */
    long around(long median, Curve curve, SplitMix64 random) {
        return (median * draw(curve, random) + 500_000) / 1_000_000;
    }
}
