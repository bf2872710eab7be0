package fr.optam.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts that can be turned in one direction, in units. */
sealed interface Dial permits NumberDial, LetterDial {

    /** What kind of fact it is. */
    Lever lever();

    /** What tells it from the others. */
    String key();

    /** How far it can be turned, in units. */
    long units();

    /** New values by path, after so many units. */
    Map<String, String> edits(long turned);

    /** The turn as a move. */
    Move move(long turned);

    /** Whether both turn the same facts. */
    default boolean excludes(Dial other) {
        return edits(1).keySet().stream().anyMatch(other.edits(1)::containsKey);
    }

    /** Units that are tried to see whether it matters at all: the end, and some between. */
    default List<Long> soundings() {
        return List.of(units(), Math.max(1, units() / 3), Math.max(1, (long) Math.sqrt(units())), 1L).stream()
                .distinct()
                .toList();
    }

    /** Units that are tried in turn: further and further, the end last. */
    default List<Long> probes() {
        List<Long> probes = new ArrayList<>();
        for (long probe = 1; probe < units() && probe > 0; probe *= 4) {
            probes.add(probe);
        }
        probes.addAll(soundings());
        return probes.stream().distinct().sorted().toList();
    }
}
