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
 * Amounts of the acts of a year that go down together, one act after the other, the one with the least room first; once
 * all have used their room, one after the other down to nothing.
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
     * @param room how far it goes down at first, in units
     * @param units how far it can go down, in units
     */
    record Part(String path, String act, BigDecimal value, long room, long units) {
        private Part turned(long by) {
            return new Part(path, act, value, by, by);
        }
    }

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
        long beyond = Math.max(0, turned - parts.stream().mapToLong(Part::room).sum());
        for (Part part : parts) {
            long first = Math.min(left, part.room());
            long more = Math.min(beyond, part.units() - part.room());
            if (first + more > 0) {
                edits.put(
                        part.path(), part.value().subtract(amount(first + more)).toPlainString());
            }
            left -= first;
            beyond -= more;
        }
        return edits;
    }

    /** The same amounts alone that so many units turn, each as far as they do. */
    FeesDial used(long turned) {
        Map<String, String> edits = edits(turned);
        return new FeesDial(
                lever,
                parts.stream()
                        .filter(part -> edits.containsKey(part.path()))
                        .map(part -> part.turned(
                                units(part.value().subtract(new BigDecimal(edits.get(part.path()))), lever)))
                        .toList());
    }

    /** The same, one amount going down otherwise; not at all if by nothing. */
    FeesDial with(int place, long units) {
        List<Part> others = new ArrayList<>(parts);
        others.set(place, parts.get(place).turned(units));
        return new FeesDial(
                lever, others.stream().filter(part -> part.units() > 0).toList());
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
