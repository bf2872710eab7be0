package fr.optam.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A number that can be turned up or down.
 *
 * @param lever what kind of fact it is
 * @param path its JSON path
 * @param value its value
 * @param up whether it is turned up
 * @param units how far it can be turned, in units
 */
record NumberDial(Lever lever, String path, BigDecimal value, boolean up, long units) implements Dial {
    private static final String NUMBER = "-?[0-9]{1,15}(\\.[0-9]{1,6})?";
    private static final long SOME = 100;

    /** Both directions of a fact; none if it holds no number. */
    static List<NumberDial> of(Lever lever, String path, Map<String, String> leaves) {
        String text = leaves.get(path);
        if (!text.matches(NUMBER)) {
            return List.of();
        }
        BigDecimal value = new BigDecimal(text);
        BigDecimal most = value.add(lever.reach());
        String beside = path.substring(0, path.lastIndexOf('.') + 1);
        if (leaves.getOrDefault(beside + lever.most(), "").matches(NUMBER)) {
            most = most.min(new BigDecimal(leaves.get(beside + lever.most())));
        }
        return List.of(
                new NumberDial(lever, path, value, false, units(value.subtract(lever.least()), lever)),
                new NumberDial(lever, path, value, true, units(most.subtract(value), lever)));
    }

    private static long units(BigDecimal room, Lever lever) {
        return room.signum() <= 0
                ? 0
                : room.divide(lever.step(), 0, RoundingMode.DOWN).longValueExact();
    }

    @Override
    public Set<String> paths() {
        return Set.of(path);
    }

    @Override
    public long size() {
        return Math.max(SOME, units(value, lever));
    }

    @Override
    public Map<String, String> edits(long turned) {
        return Map.of(path, at(turned).toPlainString());
    }

    private BigDecimal at(long turned) {
        BigDecimal by = lever.step().multiply(BigDecimal.valueOf(turned));
        return up ? value.add(by) : value.subtract(by);
    }

    @Override
    public Move move(long turned) {
        BigDecimal to = at(turned);
        return new Move(
                path,
                lever.name().fr(),
                lever.name().en(),
                lever.unit(),
                value.toPlainString(),
                to.toPlainString(),
                to.subtract(value).toPlainString(),
                List.of(),
                edits(turned));
    }
}
