package fr.optam.analysis;

import fr.optam.decision.Sentence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Finds rows that nothing reaches, rows that others cover, and pairs of rows that match the same. */
final class Overlaps {
    private final Grid grid;
    private final Meant meant;
    private final Report report;
    private final List<Map<String, String>> conclusions = new ArrayList<>();
    private final BitSet empty = new BitSet();
    /** Rows that share all with a row that contradicts them; the pair is said. */
    private final BitSet twins = new BitSet();
    /** By row the one row that it lies in. */
    private final Map<Integer, Integer> inside = new HashMap<>();

    private Neighbours neighbours;

    Overlaps(Grid grid, Meant meant, Report report) {
        this.grid = grid;
        this.meant = meant;
        this.report = report;
        grid.table().rows().forEach(r -> conclusions.add(Conclusion.of(r)));
    }

    private record Pair(int a, int b, Box box, int[] point, BigInteger volume) {}

    /** Pairs looked at beyond which those that would not be told are only counted. */
    private static final int MOST_LOOKED_AT = 50_000;

    /** By row a point that facts can reach; none for a row that nothing reaches. */
    private final List<Optional<int[]>> reached = new ArrayList<>();

    void find() {
        neighbours = new Neighbours(grid.rows(), grid.sizes());
        try {
            emptyRows();
            for (int i = 0; i < grid.count(); i++) {
                single(i);
            }
            for (int i = 0; i < grid.count(); i++) {
                union(i);
            }
            pairs();
        } catch (Sweep.TooComplex e) {
            meant.of(IntentKind.OVERLAP).forEach(meant::use);
            meant.of(IntentKind.COVERED).forEach(meant::use);
            report.tooComplex(
                    new Sentence("les recouvrements n’ont pas tous été cherchés", "overlaps were not all looked for"));
        }
    }

    private void emptyRows() throws Sweep.TooComplex {
        for (int i = 0; i < grid.count(); i++) {
            reached.add(grid.point(grid.rows().get(i)));
            if (reached.get(i).isEmpty()) {
                empty.set(i);
                if (!meant.names(IntentKind.COVERED, List.of(id(i)))) {
                    report.empty(i);
                }
            }
        }
    }

    private String id(int i) {
        return grid.row(i).id();
    }

    private boolean same(int i, int j) {
        return conclusions.get(i).equals(conclusions.get(j));
    }

    private boolean lies(int i, int j) throws Sweep.TooComplex {
        Box a = grid.rows().get(i);
        Box b = grid.rows().get(j);
        return b.holds(reached.get(i).orElseThrow())
                && (b.contains(a)
                        || !grid.impossible().isEmpty()
                                && grid.hole(a, List.of(b)).isEmpty());
    }

    /** Looks for one row that holds a row; of two rows that hold each other the earlier one stays. */
    private void single(int i) throws Sweep.TooComplex {
        List<Integer> agreeing = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        BitSet near = neighbours.of(i);
        for (int j = near.nextSetBit(0); j >= 0 && !empty.get(i); j = near.nextSetBit(j + 1)) {
            if (!empty.get(j) && lies(i, j)) {
                if (same(i, j) && (j < i || !lies(j, i))) {
                    agreeing.add(j);
                } else if (!same(i, j)) {
                    if (lies(j, i)) {
                        twins.set(i);
                    } else {
                        others.add(j);
                    }
                }
            }
        }
        if (!agreeing.isEmpty()) {
            cover(FindingKind.SUBSUMED, i, agreeing.subList(0, 1));
        } else if (!others.isEmpty()) {
            cover(FindingKind.MASKED, i, others.subList(0, 1));
        }
    }

    private void cover(FindingKind kind, int i, List<Integer> by) throws Sweep.TooComplex {
        if (by.size() == 1) {
            inside.put(i, by.get(0));
        }
        List<String> ids = new ArrayList<>(by.stream().map(this::id).toList());
        ids.add(id(i));
        boolean covered = meant.names(IntentKind.COVERED, List.of(id(i)));
        boolean overlap = by.size() == 1
                && !meant.of(IntentKind.OVERLAP).isEmpty()
                && meant.undeclared(id(i), ids.get(0), grid.rows().get(i), new ArrayList<>())
                        .isEmpty();
        if (!covered && !overlap) {
            report.covered(kind, i, by, reached.get(i).orElseThrow());
        }
    }

    /** Looks for rows that together hold a row that no single one holds; rows that add nothing don't count. */
    private void union(int i) throws Sweep.TooComplex {
        if (empty.get(i) || inside.containsKey(i)) {
            return;
        }
        List<Integer> near = new ArrayList<>();
        neighbours.of(i).stream()
                .filter(j -> !empty.get(j) && !(inside.containsKey(j) && same(j, inside.get(j))))
                .forEach(near::add);
        List<Integer> agreeing = near.stream().filter(j -> same(i, j)).toList();
        if (agreeing.size() > 1 && held(i, agreeing)) {
            cover(FindingKind.SUBSUMED, i, agreeing);
        } else if (near.size() > 1 && near.size() > agreeing.size() && !twins.get(i) && held(i, near)) {
            cover(FindingKind.MASKED, i, near);
        }
    }

    private boolean held(int i, List<Integer> by) throws Sweep.TooComplex {
        return grid.hole(
                        grid.rows().get(i),
                        by.stream().map(j -> grid.rows().get(j)).toList())
                .isEmpty();
    }

    private void pairs() throws Sweep.TooComplex {
        Map<Boolean, PriorityQueue<Pair>> largest = new HashMap<>();
        Map<Boolean, Long> counts = new HashMap<>();
        int looked = 0;
        for (int i = 0; i < grid.count(); i++) {
            BitSet near = neighbours.of(i);
            for (int j = near.nextSetBit(i + 1); j >= 0; j = near.nextSetBit(j + 1)) {
                if (Integer.valueOf(j).equals(inside.get(i))
                        || Integer.valueOf(i).equals(inside.get(j))) {
                    continue;
                }
                PriorityQueue<Pair> queue = largest.computeIfAbsent(
                        same(i, j), k -> new PriorityQueue<>(Comparator.comparing(Pair::volume)));
                if (++looked > MOST_LOOKED_AT && queue.size() == Report.MOST) {
                    counts.merge(same(i, j), 1L, Long::sum);
                    continue;
                }
                Optional<Pair> pair = pair(i, j);
                if (pair.isPresent()) {
                    counts.merge(same(i, j), 1L, Long::sum);
                    queue.add(pair.get());
                    if (queue.size() > Report.MOST) {
                        queue.poll();
                    }
                }
            }
        }
        for (Map.Entry<Boolean, PriorityQueue<Pair>> each : largest.entrySet()) {
            tell(each.getKey(), each.getValue(), counts.getOrDefault(each.getKey(), 0L));
        }
    }

    private void tell(boolean same, PriorityQueue<Pair> pairs, long count) {
        pairs.stream()
                .sorted(Comparator.comparingInt(Pair::b).thenComparingInt(Pair::a))
                .forEach(p -> report.pair(same, p.a(), p.b(), p.box(), p.point()));
        if (count > pairs.size()) {
            report.more(same ? FindingKind.DUPLICATE : FindingKind.CONFLICT, String.valueOf(count - pairs.size()));
        }
    }

    private Optional<Pair> pair(int i, int j) throws Sweep.TooComplex {
        Box overlap = grid.rows().get(i).and(grid.rows().get(j));
        List<Box> declared = new ArrayList<>();
        Optional<int[]> point = meant.undeclared(id(i), id(j), overlap, declared);
        if (point.isEmpty()) {
            return Optional.empty();
        }
        Box rest = declared.isEmpty()
                ? overlap
                : around(point.get()).widened(declared, grid.sizes()).and(overlap);
        return Optional.of(new Pair(i, j, rest, point.get(), rest.volume(grid.sizes())));
    }

    private Box around(int[] point) {
        Box box = Box.whole(point.length);
        for (int axis = 0; axis < point.length; axis++) {
            BitSet one = new BitSet();
            one.set(point[axis]);
            box = box.with(axis, one);
        }
        return box;
    }
}
