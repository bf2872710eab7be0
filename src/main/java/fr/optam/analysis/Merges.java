package fr.optam.analysis;

import fr.optam.rulebook.table.Citation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds rows of one conclusion and one citation that differ in one field only, so that one row could say the same. */
final class Merges {
    private final Grid grid;
    private final Meant meant;
    private final Report report;
    /** Rows that nothing reaches: those are said to be so, and nothing can be joined to them. */
    private final BitSet empty = new BitSet();

    Merges(Grid grid, Meant meant, Report report) {
        this.grid = grid;
        this.meant = meant;
        this.report = report;
    }

    void find() {
        for (int i = 0; i < grid.count(); i++) {
            empty.set(i, isEmpty(grid.rows().get(i)));
        }
        for (int axis = 0; axis < grid.axes().size(); axis++) {
            Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
            for (int i = 0; i < grid.count(); i++) {
                Box box = grid.rows().get(i);
                if (box.set(axis) != null && !empty.get(i)) {
                    Citation c = grid.row(i).citation();
                    List<Object> key = List.of(
                            Conclusion.of(grid.row(i)),
                            c.sources(),
                            c.article(),
                            c.confidence(),
                            c.note(),
                            box.with(axis, null));
                    alike.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
                }
            }
            for (List<Integer> rows : alike.values()) {
                if (rows.size() > 1) {
                    groups(rows, axis);
                }
            }
        }
    }

    private boolean isEmpty(Box box) {
        try {
            return grid.point(box).isEmpty();
        } catch (Sweep.TooComplex e) {
            return false;
        }
    }

    private void groups(List<Integer> rows, int axis) {
        if (grid.axes().get(axis).ordered()) {
            chains(rows, axis);
        } else {
            group(rows, axis);
        }
    }

    /** Ranges that touch or overlap, in their order. */
    private void chains(List<Integer> rows, int axis) {
        List<Integer> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(i -> set(i, axis).nextSetBit(0)));
        List<Integer> chain = new ArrayList<>();
        int end = -2;
        for (int i : sorted) {
            if (set(i, axis).nextSetBit(0) > end + 1) {
                group(chain, axis);
                chain = new ArrayList<>();
            }
            chain.add(i);
            end = Math.max(end, set(i, axis).length() - 1);
        }
        group(chain, axis);
    }

    private BitSet set(int row, int axis) {
        return grid.rows().get(row).set(axis);
    }

    private void group(List<Integer> rows, int axis) {
        List<Integer> apart = apart(rows, axis);
        if (apart.size() > 1 && !expressible(apart, axis)) {
            apart.remove(apart.size() - 1);
        }
        if (apart.size() < 2) {
            return;
        }
        apart.sort(Comparator.naturalOrder());
        if (!meant.names(
                IntentKind.APART, apart.stream().map(i -> grid.row(i).id()).toList())) {
            report.mergeable(apart, grid.axes().get(axis));
        }
    }

    /** Without the rows that lie in another one of them: those are said to add nothing. */
    private List<Integer> apart(List<Integer> rows, int axis) {
        List<Integer> apart = new ArrayList<>();
        for (int i : rows) {
            boolean inside = false;
            for (int j : rows) {
                boolean lies = i != j && grid.rows().get(j).contains(grid.rows().get(i));
                inside |= lies
                        && (j < i || !grid.rows().get(i).contains(grid.rows().get(j)));
            }
            if (!inside) {
                apart.add(i);
            }
        }
        return apart;
    }

    /** Whether one cell, or two bounds, can say what the rows say together: no cell says "any value, but a value". */
    private boolean expressible(List<Integer> rows, int axis) {
        Axis over = grid.axes().get(axis);
        BitSet all = new BitSet();
        rows.forEach(i -> all.or(set(i, axis)));
        boolean everyValue = all.cardinality() == over.valued();
        boolean codes = !over.ordered() && over.domain().codes().stream().noneMatch(Boolean.class::isInstance);
        return !over.mayBeEmpty() || codes || !everyValue;
    }
}
