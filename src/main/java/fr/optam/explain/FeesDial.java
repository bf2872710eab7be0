package fr.optam.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Amounts of the acts of a year that go down together, one act after the other, the one with the least room first.
 *
 * @param lever what kind of fact it is
 * @param parts the amounts, in the order in which they go down
 */
record FeesDial(Lever lever, List<Part> parts) implements Dial {

    /**
     * The amount of one act.
     *
     * @param path its JSON path
     * @param act id of the act
     * @param value EUR
     * @param units how far it can go down, in units
     */
    record Part(String path, String act, BigDecimal value, long units) {}

    /** Units of an amount. */
    static long units(BigDecimal amount, Lever lever) {
        return amount.signum() <= 0
                ? 0
                : amount.divide(lever.step(), 0, RoundingMode.DOWN).longValueExact();
    }

    @Override
    public Set<String> paths() {
        return parts.stream().map(Part::path).collect(Collectors.toSet());
    }

    @Override
    public long units() {
        return parts.stream().mapToLong(Part::units).sum();
    }

    @Override
    public long size() {
        return units();
    }

    @Override
    public Map<String, String> edits(long turned) {
        Map<String, String> edits = new TreeMap<>();
        long left = turned;
        for (Part part : parts) {
            long by = Math.min(left, part.units());
            if (by > 0) {
                edits.put(part.path(), part.value().subtract(amount(by)).toPlainString());
            }
            left -= by;
        }
        return edits;
    }

    private BigDecimal amount(long units) {
        return lever.step().multiply(BigDecimal.valueOf(units));
    }

    @Override
    public Move move(long turned) {
        Map<String, String> edits = edits(turned);
        BigDecimal from = BigDecimal.ZERO;
        List<String> items = new ArrayList<>();
        for (Part part : parts) {
            if (edits.containsKey(part.path())) {
                from = from.add(part.value());
                BigDecimal by = new BigDecimal(edits.get(part.path())).subtract(part.value());
                items.add(part.act() + ":" + by.toPlainString());
            }
        }
        BigDecimal by = amount(turned).negate();
        return new Move(
                items.size() == 1 ? edits.keySet().iterator().next() : "acts",
                lever.name().fr(),
                lever.name().en(),
                lever.unit(),
                from.toPlainString(),
                from.add(by).toPlainString(),
                by.toPlainString(),
                items,
                edits);
    }
}
