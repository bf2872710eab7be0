package fr.optam.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Goes through a region axis by axis and keeps the boxes that are still alive. Boxes that say the same of the axes to
 * come count as one, and what was found for a set of them is remembered: so most points are never looked at.
 */
final class Sweep {
    private static final int MOST_STEPS = 3_000_000;

    /** The region would take too many steps. */
    static final class TooComplex extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** What a box says of an axis and of those after it. */
    private record Tail(int id, BitSet set, Tail next, boolean all) {}

    /** Atoms of an axis for which the same boxes go on. */
    private record Part(BitSet atoms, Tail[] live) {}

    private record Key(int[] ids) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key other && Arrays.equals(ids, other.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    private final int[] order;
    private final BitSet[] region;
    private final Tail[] first;
    private final List<Map<Key, Holes>> known = new ArrayList<>();
    private final List<Set<Key>> covered = new ArrayList<>();
    private final Map<List<Object>, Holes> shared = new HashMap<>();
    private int steps;

    /**
     * @param boxes boxes that cover
     * @param within region to go through
     * @param sizes number of atoms by axis
     */
    Sweep(List<Box> boxes, Box within, int[] sizes) {
        region = new BitSet[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            region[i] = within.set(i) == null ? full(sizes[i]) : within.set(i);
            known.add(new HashMap<>());
            covered.add(new HashSet<>());
        }
        List<BitSet[]> clipped = new ArrayList<>();
        boxes.stream().filter(within::meets).forEach(b -> clipped.add(clip(b)));
        order = order(clipped, sizes);
        first = tails(clipped);
    }

    private static BitSet full(int size) {
        BitSet full = new BitSet(size);
        full.set(0, size);
        return full;
    }

    private BitSet[] clip(Box box) {
        BitSet[] sets = new BitSet[region.length];
        for (int i = 0; i < region.length; i++) {
            if (box.set(i) != null) {
                BitSet both = (BitSet) box.set(i).clone();
                both.and(region[i]);
                sets[i] = both.equals(region[i]) ? null : both;
            }
        }
        return sets;
    }

    /** The axes that most boxes limit come first: few boxes stay alive. */
    private static int[] order(List<BitSet[]> boxes, int[] sizes) {
        int[] limits = new int[sizes.length];
        boxes.forEach(b -> IntStream.range(0, sizes.length).forEach(i -> limits[i] += b[i] == null ? 0 : 1));
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -limits[i]).thenComparingInt(i -> sizes[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private Tail[] tails(List<BitSet[]> boxes) {
        Tail end = new Tail(0, null, null, true);
        Tail[] tails = new Tail[boxes.size()];
        Arrays.fill(tails, end);
        for (int depth = order.length - 1; depth >= 0; depth--) {
            Map<List<Object>, Tail> same = new HashMap<>();
            for (int i = 0; i < tails.length; i++) {
                BitSet set = boxes.get(i)[order[depth]];
                Tail next = tails[i];
                tails[i] = same.computeIfAbsent(
                        Arrays.asList(set, next.id()),
                        k -> new Tail(same.size(), set, next, set == null && next.all()));
            }
        }
        return distinct(Arrays.asList(tails));
    }

    private static Tail[] distinct(List<Tail> tails) {
        Tail[] sorted = tails.toArray(new Tail[0]);
        Arrays.sort(sorted, Comparator.comparingInt(Tail::id));
        int n = 0;
        for (Tail tail : sorted) {
            if (n == 0 || sorted[n - 1].id() != tail.id()) {
                sorted[n++] = tail;
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    /** A point of the region that no box holds; nothing if they hold all. */
    Optional<int[]> hole() throws TooComplex {
        int[] point = new int[order.length];
        return hole(0, first, point) ? Optional.of(point) : Optional.empty();
    }

    private boolean hole(int depth, Tail[] live, int[] point) throws TooComplex {
        if (live.length == 0) {
            for (int d = depth; d < order.length; d++) {
                point[order[d]] = region[order[d]].nextSetBit(0);
            }
            return true;
        }
        Key key = key(live);
        if (depth == order.length || anyAll(live) || covered.get(depth).contains(key)) {
            return false;
        }
        List<Part> parts = parts(depth, live);
        parts.sort(Comparator.comparingInt(p -> p.live().length));
        for (Part part : parts) {
            point[order[depth]] = part.atoms().nextSetBit(0);
            if (hole(depth + 1, part.live(), point)) {
                return true;
            }
        }
        covered.get(depth).add(key);
        return false;
    }

    /** All points of the region that no box holds. */
    Holes holes() throws TooComplex {
        return holes(0, first);
    }

    private Holes holes(int depth, Tail[] live) throws TooComplex {
        if (live.length == 0) {
            return Holes.ALL;
        }
        if (depth == order.length || anyAll(live)) {
            return Holes.NONE;
        }
        Key key = key(live);
        Holes before = known.get(depth).get(key);
        if (before != null) {
            return before;
        }
        Map<Holes, BitSet> next = new java.util.LinkedHashMap<>();
        for (Part part : parts(depth, live)) {
            next.computeIfAbsent(holes(depth + 1, part.live()), h -> new BitSet())
                    .or(part.atoms());
        }
        Holes holes = node(depth, next);
        known.get(depth).put(key, holes);
        return holes;
    }

    private Holes node(int depth, Map<Holes, BitSet> next) {
        if (next.size() == 1) {
            return next.keySet().iterator().next();
        }
        next.remove(Holes.NONE);
        return shared.computeIfAbsent(List.of(depth, Map.copyOf(next)), k -> new Holes(depth, next));
    }

    /** Axis looked at in a given step. */
    int axis(int depth) {
        return order[depth];
    }

    int depths() {
        return order.length;
    }

    BitSet region(int axis) {
        return region[axis];
    }

    private static boolean anyAll(Tail[] live) {
        for (Tail tail : live) {
            if (tail.all()) {
                return true;
            }
        }
        return false;
    }

    private static Key key(Tail[] live) {
        int[] ids = new int[live.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = live[i].id();
        }
        return new Key(ids);
    }

    /** The atoms of an axis, grouped by the boxes that go on. */
    private List<Part> parts(int depth, Tail[] live) throws TooComplex {
        BitSet atoms = region[order[depth]];
        Map<Key, Part> parts = new java.util.LinkedHashMap<>();
        TreeSet<Integer> cuts = cuts(live, atoms.length());
        steps += cuts.size() + live.length;
        if (steps > MOST_STEPS) {
            throw new TooComplex();
        }
        int from = 0;
        for (int to : cuts) {
            BitSet here = atoms.get(from, to);
            if (!here.isEmpty()) {
                List<Tail> next = new ArrayList<>();
                for (Tail tail : live) {
                    if (tail.set() == null || tail.set().get(from)) {
                        next.add(tail.next());
                    }
                }
                Tail[] distinct = distinct(next);
                BitSet all = parts.computeIfAbsent(key(distinct), k -> new Part(new BitSet(), distinct))
                        .atoms();
                int start = from;
                here.stream().forEach(a -> all.set(start + a));
            }
            from = to;
        }
        return new ArrayList<>(parts.values());
    }

    /** Where one of the boxes begins or ends, and the end. */
    private static TreeSet<Integer> cuts(Tail[] live, int length) {
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(length);
        for (Tail tail : live) {
            BitSet set = tail.set();
            for (int from = set == null ? -1 : set.nextSetBit(0); from >= 0; ) {
                int to = set.nextClearBit(from);
                if (from > 0) {
                    cuts.add(from);
                }
                cuts.add(to);
                from = set.nextSetBit(to);
            }
        }
        return cuts;
    }
}
