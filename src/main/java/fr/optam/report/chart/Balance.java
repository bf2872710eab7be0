package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a group gains and loses.
 *
 * @param label the group
 * @param gained at least zero; none if it may not be shown
 * @param lost at least zero; none if it may not be shown
 * @param instead what stands in place of what may not be shown
 */
public record Balance(String label, Optional<BigDecimal> gained, Optional<BigDecimal> lost, String instead) {
    /** Takes the size of a loss that is given as a negative value. */
    public Balance {
        gained = gained.map(BigDecimal::abs);
        lost = lost.map(BigDecimal::abs);
    }

    /** What a group gains and loses; the sign of the loss does not matter. */
    public static Balance of(String label, BigDecimal gained, BigDecimal lost) {
        return new Balance(label, Optional.of(gained), Optional.of(lost), "");
    }

    /** A group of which nothing may be shown; words say why, {@code < 11}. */
    public static Balance hidden(String label, String instead) {
        return new Balance(label, Optional.empty(), Optional.empty(), instead);
    }

    /** What both add up to. */
    Optional<BigDecimal> net() {
        return gained.flatMap(more -> lost.map(more::subtract));
    }

    /** The longer of both. */
    BigDecimal length() {
        return gained.orElse(BigDecimal.ZERO).max(lost.orElse(BigDecimal.ZERO));
    }
}
