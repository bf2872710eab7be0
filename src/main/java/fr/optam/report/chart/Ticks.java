package fr.optam.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of an axis at round figures: one, two or five of a power of ten apart.
 *
 * @param at values, from the one at or below the lowest to the one at or above the highest
 */
record Ticks(List<BigDecimal> at) {
    private static final List<Integer> ROUND = List.of(1, 2, 5, 10);

    /**
     * Steps that hold two values between them.
     *
     * @param most how many steps there are at the most, about
     * @param whole whether only whole values are steps
     */
    static Ticks between(BigDecimal low, BigDecimal high, int most, boolean whole) {
        BigDecimal span = high.subtract(low).signum() > 0 ? high.subtract(low) : BigDecimal.ONE;
        BigDecimal raw = span.divide(BigDecimal.valueOf(most), MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        BigDecimal step = ROUND.stream()
                .map(round -> power.multiply(BigDecimal.valueOf(round)))
                .filter(each -> each.compareTo(raw) >= 0)
                .findFirst()
                .orElseThrow();
        if (whole) {
            step = step.max(BigDecimal.ONE);
        }
        BigDecimal first = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        List<BigDecimal> at = new ArrayList<>(List.of(first));
        while (at.get(at.size() - 1).compareTo(high) < 0 || at.size() < 2) {
            at.add(at.get(at.size() - 1).add(step));
        }
        return new Ticks(List.copyOf(at));
    }

    BigDecimal low() {
        return at.get(0);
    }

    BigDecimal high() {
        return at.get(at.size() - 1);
    }
}
