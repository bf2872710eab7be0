package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An exact distribution: how often each figure came. It grows with the figures that differ, not with their number. */
public final class Spread {
    /** Decimals of a mean and of a quantile between two figures. */
    private static final int DECIMALS = 6;

    private final NavigableMap<BigDecimal, Long> counts = new TreeMap<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private long size;

    /** Takes a figure. */
    public void add(BigDecimal figure) {
        counts.merge(figure, 1L, Long::sum);
        sum = sum.add(figure);
        size++;
    }

    /** Takes the figures of another one. */
    public void addAll(Spread other) {
        other.counts.forEach((figure, count) -> counts.merge(figure, count, Long::sum));
        sum = sum.add(other.sum);
        size += other.size;
    }

    /** Number of figures. */
    public long size() {
        return size;
    }

    /** Sum of the figures. */
    public BigDecimal sum() {
        return sum;
    }

    /**
     * Mean, six decimals, half up.
     *
     * @throws IllegalStateException if there is no figure
     */
    public BigDecimal mean() {
        some();
        return sum.divide(BigDecimal.valueOf(size), DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * The quantile of order {@code part / of}: the figure in the middle of what lies at {@code (n - 1) * part / of}, between
     * two figures in proportion, six decimals, half up.
     *
     * @throws IllegalStateException if there is no figure
     */
    public BigDecimal quantile(int part, int of) {
        some();
        long scaled = (size - 1) * part;
        long below = scaled / of;
        BigDecimal low = at(below);
        long rest = scaled % of;
        BigDecimal exact = rest == 0
                ? low
                : low.add(at(below + 1)
                        .subtract(low)
                        .multiply(BigDecimal.valueOf(rest))
                        .divide(BigDecimal.valueOf(of), DECIMALS + 4, RoundingMode.HALF_UP));
        return exact.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Figures from {@code from} on and below {@code to}. */
    public long between(BigDecimal from, BigDecimal to) {
        return counts.subMap(from, true, to, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Figures from {@code from} on. */
    public long from(BigDecimal from) {
        return counts.tailMap(from, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Figures below {@code to}. */
    public long below(BigDecimal to) {
        return counts.headMap(to, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private BigDecimal at(long index) {
        long seen = 0;
        for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (index < seen) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("no figure at " + index + " of " + size);
    }

    private void some() {
        if (size == 0) {
            throw new IllegalStateException("no figure");
        }
    }
}
