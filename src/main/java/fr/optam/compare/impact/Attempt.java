package fr.optam.compare.impact;

import fr.optam.compare.impact.Answers.Key;
import fr.optam.decision.Answer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which edits cause the changed answers of one practitioner-year. It asks for decisions with some of the edits, round by
 * round, until every answer has its cause.
 *
 * <p>First each edit that can touch the facts is added alone to the rulebook before, and taken alone from the one after: the
 * edits that change an answer in either way are looked at for it. If there is one and it explains the whole change, it is the
 * cause alone. Else their subsets are tried. If that does not give both answers again, all edits that can touch the facts are
 * looked at, and if not even that does, all edits there are.
 */
final class Attempt {
    private final List<BitSet> moves;
    private final BitSet touched;
    private final List<Key> changed;
    private final Map<BitSet, Answers> known = new HashMap<>();
    private final Map<Key, Tried> tried = new LinkedHashMap<>();
    private final Map<BitSet, Game> games = new HashMap<>();
    private final BitSet none = new BitSet();
    private final BitSet full = new BitSet();
    private boolean singlesKnown;

    /** Edits that are looked at for an answer, and how widely they were chosen. */
    private record Tried(Game game, BitSet players, int width) {}

    /**
     * @param moves edits that are made together, of each edit
     * @param touched edits that can touch the facts, not empty
     * @param before answers without the edits
     * @param after answers with all of them
     */
    Attempt(List<BitSet> moves, BitSet touched, Answers before, Answers after) {
        this.moves = moves;
        full.set(0, moves.size());
        this.touched = touched;
        this.changed = Answers.changed(before, after);
        known.put(none, before);
        known.put(full, after);
    }

    private BitSet without(BitSet some) {
        BitSet rest = (BitSet) full.clone();
        rest.andNot(some);
        return rest;
    }

    private static BitSet single(int edit) {
        BitSet single = new BitSet();
        single.set(edit);
        return single;
    }

    /** Questions whose answers changed. */
    List<Key> changed() {
        return changed;
    }

    /** The sets of edits that must be decided with next; none when every answer has its cause. */
    Set<BitSet> wanted() {
        Set<BitSet> wanted = new HashSet<>();
        if (!singlesKnown) {
            singlesKnown = true;
            boolean attributes = !changed.isEmpty();
            touched.stream().forEach(edit -> {
                if (attributes) {
                    wanted.add(single(edit));
                }
                if (attributes || touched.cardinality() > 1) {
                    wanted.add(without(single(edit)));
                }
            });
            wanted.removeAll(known.keySet());
            if (!wanted.isEmpty()) {
                return wanted;
            }
        }
        for (Key key : changed) {
            Tried now = tried.computeIfAbsent(key, k -> of(players(k), 0));
            while (knows(now) && !explains(now, key) && now.width() < 2) {
                now = of(now.width() == 0 && !whole(touched).equals(now.players()) ? touched : full, now.width() + 1);
                tried.put(key, now);
            }
            wanted.addAll(now.game().subsets());
            wanted.add(without(now.players()));
        }
        wanted.removeAll(known.keySet());
        return wanted;
    }

    private Tried of(BitSet players, int width) {
        BitSet all = whole(players);
        return new Tried(games.computeIfAbsent(all, this::game), all, width);
    }

    /** With what is made together with them. */
    private BitSet whole(BitSet edits) {
        BitSet whole = new BitSet();
        edits.stream().forEach(edit -> whole.or(move(edit)));
        return whole;
    }

    /** What is made together with an edit, as far as it can touch the facts. */
    private BitSet move(int edit) {
        BitSet move = (BitSet) moves.get(edit).clone();
        if (touched.get(edit)) {
            move.and(touched);
        }
        return move;
    }

    private Game game(BitSet edits) {
        return new Game(edits.stream().mapToObj(this::move).distinct().toList());
    }

    /** The edits that change an answer when they are added alone, or taken away alone. */
    private BitSet players(Key key) {
        BitSet players = new BitSet();
        Optional<Answer> before = known.get(none).get(key);
        Optional<Answer> after = known.get(full).get(key);
        touched.stream().forEach(edit -> {
            if (!known.get(single(edit)).get(key).equals(before)
                    || !known.get(without(single(edit))).get(key).equals(after)) {
                players.set(edit);
            }
        });
        return players.isEmpty() ? touched : players;
    }

    private boolean knows(Tried now) {
        return known.keySet().containsAll(now.game().subsets()) && known.containsKey(without(now.players()));
    }

    /** Whether these edits give the answer after, and the others that before. */
    private boolean explains(Tried now, Key key) {
        return known.get(now.players()).get(key).equals(known.get(full).get(key))
                && known.get(without(now.players()))
                        .get(key)
                        .equals(known.get(none).get(key));
    }

    /** Takes the answers with a set of edits. */
    void take(BitSet edits, Answers answers) {
        known.put(edits, answers);
    }

    /** The answers with a set of edits, if they were asked for. */
    Optional<Answers> with(BitSet edits) {
        return Optional.ofNullable(known.get(edits));
    }

    /** The answers without one edit; those after, if it does not touch the facts. */
    Answers reverted(int edit) {
        if (touched.cardinality() == 1 && touched.get(edit)) {
            return known.get(none);
        }
        return touched.get(edit) ? known.get(without(single(edit))) : known.get(full);
    }

    /** The game of an answer. */
    Game game(Key key) {
        return tried.get(key).game();
    }

    /** The cause of a changed answer. */
    Cause cause(Key key) {
        Function<BitSet, Optional<Answer>> value = edits -> known.get(edits).get(key);
        return tried.get(key).game().cause(value);
    }
}
