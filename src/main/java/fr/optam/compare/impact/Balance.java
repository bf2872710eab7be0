package fr.optam.compare.impact;

import fr.optam.compare.impact.Answers.Key;
import fr.optam.compare.impact.Stakes.Stake;
import fr.optam.decision.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What changed answers mean in euros to a practitioner: each sum once. */
final class Balance {
    private final Stakes stakes;

    Balance(Stakes stakes) {
        this.stakes = stakes;
    }

    /**
     * A changed answer in euros.
     *
     * @param own by how much the figure shown for the question changes, cents; empty if it has none or one side does not know
     *     it
     * @param before that figure before, cents; empty likewise
     * @param unmeasured whether the question has a figure that one side does not know
     * @param counted what counts in the balance, by stake
     */
    record Worth(OptionalLong own, OptionalLong before, boolean unmeasured, List<Counted> counted) {
        /** All that counts, cents. */
        long total() {
            return counted.stream().mapToLong(Counted::cents).sum();
        }
    }

    /**
     * What of a stake counts.
     *
     * @param stake the stake
     * @param change by how much it changes, cents, not zero
     * @param cents how much of that counts: all, or what goes beyond what was counted elsewhere
     */
    record Counted(Stake stake, long change, long cents) {}

    /** A stake of a changed answer and by how much it changes. */
    private record Moved(Key key, Stake stake, long change) {}

    /**
     * What each changed answer is worth.
     *
     * @param keys questions whose answers changed
     * @param lines lines by first id of an act group
     */
    Map<Key, Worth> of(List<Key> keys, Answers before, Answers after, Map<String, Long> lines) {
        List<Moved> moved = new ArrayList<>();
        Map<Key, Worth> worths = new HashMap<>();
        for (Key key : keys) {
            worths.put(key, worth(key, before.get(key), after.get(key), lines.getOrDefault(key.act(), 1L), moved));
        }
        Map<String, long[]> left = left(moved);
        for (Moved each : moved) {
            long cents = each.change();
            if (!each.stake().beyond().isEmpty()) {
                long[] already = left.getOrDefault(each.stake().beyond(), new long[2]);
                int side = each.change() > 0 ? 0 : 1;
                long same = Math.min(Math.abs(each.change()), already[side]);
                already[side] -= same;
                cents -= each.change() > 0 ? same : -same;
            }
            if (cents != 0) {
                worths.get(each.key()).counted().add(new Counted(each.stake(), each.change(), cents));
            }
        }
        return worths;
    }

    private Worth worth(Key key, Optional<Answer> before, Optional<Answer> after, long lines, List<Moved> moved) {
        OptionalLong own = OptionalLong.empty();
        OptionalLong was = OptionalLong.empty();
        boolean unmeasured = false;
        boolean first = true;
        for (Stake stake : stakes.of(key.question())) {
            OptionalLong one = Stakes.worth(stake, before, lines);
            OptionalLong other = Stakes.worth(stake, after, lines);
            boolean known = one.isPresent() && other.isPresent();
            long change = known ? other.getAsLong() - one.getAsLong() : 0;
            if (first) {
                own = known ? OptionalLong.of(change) : OptionalLong.empty();
                was = known ? one : OptionalLong.empty();
                unmeasured = !known;
                first = false;
            }
            if (stake.counted() && change != 0) {
                moved.add(new Moved(key, stake, change));
            }
        }
        return new Worth(own, was, unmeasured, new ArrayList<>());
    }

    /** What stakes count that others only count beyond: above zero, and below. */
    private static Map<String, long[]> left(List<Moved> moved) {
        Map<String, long[]> left = new HashMap<>();
        for (Moved each : moved) {
            long[] both = left.computeIfAbsent(each.stake().id(), id -> new long[2]);
            both[each.change() > 0 ? 0 : 1] += Math.abs(each.change());
        }
        return left;
    }

    /** By how much a stake changes between two answers, cents; zero where one side does not know it. */
    static long change(Stake stake, Optional<Answer> before, Optional<Answer> after, long lines) {
        OptionalLong one = Stakes.worth(stake, before, lines);
        OptionalLong other = Stakes.worth(stake, after, lines);
        return one.isPresent() && other.isPresent() ? other.getAsLong() - one.getAsLong() : 0;
    }
}
