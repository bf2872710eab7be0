package fr.optam.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Places of values on a line.
 *
 * @param low value at its start
 * @param high value at its end, above the low one
 * @param from unit of the grid at its start
 * @param to unit of the grid at its end
 */
record Scale(BigDecimal low, BigDecimal high, int from, int to) {
    Scale {
        if (high.compareTo(low) <= 0) {
            high = low.add(BigDecimal.ONE);
        }
    }

    /** The place of a value, on the line even if the value is not. */
    int at(BigDecimal value) {
        BigDecimal on = value.max(low).min(high);
        return from
                + on.subtract(low)
                        .multiply(BigDecimal.valueOf((long) to - from))
                        .divide(high.subtract(low), 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
