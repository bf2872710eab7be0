package fr.optam.compare.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a change must keep to.
 *
 * @param changed practitioners who may change; empty if not asked for
 * @param loss euros that those who lose may lose together
 * @param lossEach euros that one of them may lose
 */
public record Limits(Optional<Count> changed, Optional<BigDecimal> loss, Optional<BigDecimal> lossEach) {
    /**
     * A number of practitioners.
     *
     * @param number how many, or percent of the cohort
     * @param percent whether it is percent
     */
    public record Count(BigDecimal number, boolean percent) {
        /**
         * Reads {@code 12} or {@code 2.5%}.
         *
         * @throws IllegalArgumentException if it is neither
         */
        public static Count of(String text) {
            boolean percent = text.endsWith("%");
            BigDecimal number = Limits.number(percent ? text.substring(0, text.length() - 1) : text);
            if (!percent && number.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException("not a whole number, " + text);
            }
            return new Count(number, percent);
        }

        private String text() {
            return number.toPlainString() + (percent ? "%" : "");
        }
    }

    /**
     * Reads a number, zero or more.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new IllegalArgumentException("not a number, " + text);
        }
        return new BigDecimal(text);
    }

    /**
     * Holds what was found against them.
     *
     * @param impact whole, nothing hidden
     * @param greatestLoss greatest loss of one practitioner, cents; zero or negative
     */
    public List<Gate> gates(Impact impact, long greatestLoss) {
        Figures all = impact.totals().figures().orElseThrow();
        List<Gate> gates = new ArrayList<>();
        changed.ifPresent(limit -> gates.add(
                limit.percent()
                        ? new Gate(
                                "--max-changed",
                                limit.text(),
                                percent(all) + "%",
                                BigDecimal.valueOf(all.changed())
                                                .movePointRight(2)
                                                .compareTo(limit.number()
                                                        .multiply(BigDecimal.valueOf(all.practitioners())))
                                        <= 0)
                        : new Gate(
                                "--max-changed",
                                limit.text(),
                                String.valueOf(all.changed()),
                                BigDecimal.valueOf(all.changed()).compareTo(limit.number()) <= 0)));
        loss.ifPresent(limit -> gates.add(euros("--max-loss", limit, -all.loss())));
        lossEach.ifPresent(limit -> gates.add(euros("--max-loss-each", limit, -greatestLoss)));
        return gates;
    }

    private static BigDecimal percent(Figures all) {
        return all.practitioners() == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(all.changed())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(all.practitioners()), 2, RoundingMode.HALF_UP);
    }

    private static Gate euros(String name, BigDecimal limit, long cents) {
        BigDecimal measured = BigDecimal.valueOf(cents, 2);
        return new Gate(name, limit.toPlainString(), measured.toPlainString(), measured.compareTo(limit) <= 0);
    }
}
