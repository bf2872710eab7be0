package fr.optam.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Facts that can be turned in one direction, in units. */
sealed interface Dial permits NumberDial, FeesDial, LetterDial {

    /** What kind of fact it is. */
    Lever lever();

    /** JSON paths of the facts that it turns. */
    Set<String> paths();

    /** How far it can be turned, in units. */
    long units();

    /** How much there is of it, in units: against which a turn is large or small. */
    long size();

    /** New values by path, after so many units. */
    Map<String, String> edits(long turned);

    /** The turn as a move. */
    Move move(long turned);

    /** Whether both turn the same facts. */
    default boolean excludes(Dial other) {
        return paths().stream().anyMatch(other.paths()::contains);
    }

    /** Units that are tried to see whether it does anything: some, and all. */
    default List<Long> first() {
        return List.of(Math.max(1, Math.min(units(), size()) / 3), units());
    }

    /** Units that are tried, growing: one, then shares and multiples of what there is, the end last. */
    default List<Long> soundings() {
        TreeSet<Long> soundings = new TreeSet<>(List.of(1L, units()));
        for (String part : List.of("0.01", "0.05", "0.15", "0.4", "0.8", "1.5", "5")) {
            soundings.add(
                    new BigDecimal(part).multiply(BigDecimal.valueOf(size())).longValue());
        }
        return soundings.stream().filter(each -> each >= 1 && each <= units()).toList();
    }
}
