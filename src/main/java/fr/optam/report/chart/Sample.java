package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * Values whose distribution is drawn.
 *
 * @param name what they are, {@code avant}
 * @param values values in any order
 */
public record Sample(String name, List<BigDecimal> values) {
    /** Copies the list. */
    public Sample {
        values = List.copyOf(values);
    }
}
