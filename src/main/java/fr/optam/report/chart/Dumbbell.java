package fr.optam.report.chart;

import java.math.BigDecimal;

/**
 * A value before and after.
 *
 * @param label what it is of
 * @param before value before
 * @param after value after
 */
public record Dumbbell(String label, BigDecimal before, BigDecimal after) {
    boolean still() {
        return before.compareTo(after) == 0;
    }
}
