package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * A whole and its parts.
 *
 * @param label the whole
 * @param parts sizes of its parts, at least zero, in the order of their names
 */
public record Stack(String label, List<BigDecimal> parts) {
    /** Copies the list; throws {@link IllegalArgumentException} if a part is below zero. */
    public Stack {
        parts = List.copyOf(parts);
        if (parts.stream().anyMatch(part -> part.signum() < 0)) {
            throw new IllegalArgumentException(label + ": a part is below zero, " + parts);
        }
    }

    BigDecimal whole() {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
