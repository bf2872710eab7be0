package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A bar.
 *
 * @param label what it stands for
 * @param value its length; none if it may not be shown or is not known
 * @param instead what stands in place of a value that is not there
 */
public record Bar(String label, Optional<BigDecimal> value, String instead) {
    /** A bar of a length. */
    public static Bar of(String label, BigDecimal value) {
        return new Bar(label, Optional.of(value), "");
    }

    /** A bar that is not drawn; words say why, {@code < 11}. */
    public static Bar hidden(String label, String instead) {
        return new Bar(label, Optional.empty(), instead);
    }
}
