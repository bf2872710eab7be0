package fr.optam.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which row of one sheet is which of another: by id, and where there is none by content and by place. */
final class RowMatch {
    /** How a row was recognised. */
    enum How {
        /** By its id. */
        ID,
        /** Its id changed, or it has none: by its content. */
        CONTENT,
        /** Neither: by its place between rows that were recognised. */
        PLACE
    }

    /** A row on both sides. */
    record Pair(Grid.Row before, Grid.Row after, How how) {}

    private static final int ALIKE = 60;
    private static final int RENAMED = 85;
    private static final int NEVER = 101;
    private static final long MOST_PAIRS = 250_000;

    private final ColumnMatch columns;
    private final List<Grid.Row> before;
    private final List<Grid.Row> after;
    private final boolean ordered;
    private final int renamedAt;
    private final Map<Grid.Row, Pair> byBefore = new IdentityHashMap<>();
    private final Map<Grid.Row, Pair> byAfter = new IdentityHashMap<>();

    private RowMatch(ColumnMatch columns, List<Grid.Row> before, List<Grid.Row> after, int renamedAt) {
        this.columns = columns;
        this.before = before;
        this.after = after;
        this.renamedAt = renamedAt;
        this.ordered = before.stream().allMatch(r -> r.key().isEmpty())
                && after.stream().allMatch(r -> r.key().isEmpty());
    }

    /** Matches the rows of one part of two sheets, as a person who compares them would. */
    static RowMatch likely(ColumnMatch columns, List<Grid.Row> before, List<Grid.Row> after) {
        return of(columns, before, after, RENAMED);
    }

    /** Matches them where nothing may be guessed: a changed id is the same row only if nothing else changed. */
    static RowMatch certain(ColumnMatch columns, List<Grid.Row> before, List<Grid.Row> after) {
        return of(columns, before, after, NEVER);
    }

    private static RowMatch of(ColumnMatch columns, List<Grid.Row> before, List<Grid.Row> after, int renamedAt) {
        RowMatch match = new RowMatch(columns, before, after, renamedAt);
        match.byKey();
        match.byContent();
        match.byLikeness();
        return match;
    }

    /** Pairs in the order of the rows after. */
    List<Pair> pairs() {
        return after.stream().filter(byAfter::containsKey).map(byAfter::get).toList();
    }

    /** The pair of a row before, or null. */
    Pair ofBefore(Grid.Row row) {
        return byBefore.get(row);
    }

    /** The pair of a row after, or null. */
    Pair ofAfter(Grid.Row row) {
        return byAfter.get(row);
    }

    private void pair(Grid.Row from, Grid.Row to, How how) {
        Pair pair = new Pair(from, to, how);
        byBefore.put(from, pair);
        byAfter.put(to, pair);
    }

    private void byKey() {
        Map<String, Grid.Row> keys = new HashMap<>();
        before.stream().filter(r -> !r.key().isEmpty()).forEach(r -> keys.put(r.key(), r));
        for (Grid.Row row : after) {
            if (!row.key().isEmpty() && keys.containsKey(row.key())) {
                pair(keys.get(row.key()), row, How.ID);
            }
        }
    }

    /** Rows that say the same; where no row has an id, in the order in which they stand. */
    private void byContent() {
        Map<Map<String, CellValue>, List<Grid.Row>> contents = new LinkedHashMap<>();
        List<Grid.Row> left =
                before.stream().filter(r -> !byBefore.containsKey(r)).toList();
        List<Grid.Row> right =
                after.stream().filter(r -> !byAfter.containsKey(r)).toList();
        if (ordered) {
            for (int[] same : Sequences.common(
                    left.stream().map(columns::content).toList(),
                    right.stream().map(r -> columns.contentAfter(r)).toList())) {
                pair(left.get(same[0]), right.get(same[1]), How.CONTENT);
            }
            return;
        }
        left.forEach(r -> contents.computeIfAbsent(columns.content(r), k -> new ArrayList<>())
                .add(r));
        for (Grid.Row row : right) {
            List<Grid.Row> same = contents.getOrDefault(columns.contentAfter(row), List.of());
            if (!same.isEmpty()) {
                pair(same.remove(0), row, How.CONTENT);
            }
        }
    }

    /** What is left between two recognised rows: the most alike first, then one by one if there are as many. */
    private void byLikeness() {
        Map<Grid.Row, Integer> place = new IdentityHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            place.put(before.get(i), i);
        }
        Map<Integer, List<Grid.Row>> gaps = new HashMap<>();
        int gap = -1;
        for (Grid.Row row : before) {
            if (byBefore.containsKey(row)) {
                gap = place.get(row);
            } else {
                gaps.computeIfAbsent(gap, k -> new ArrayList<>()).add(row);
            }
        }
        Map<Integer, List<Grid.Row>> others = new LinkedHashMap<>();
        gap = -1;
        for (Grid.Row row : after) {
            Pair pair = byAfter.get(row);
            if (pair != null) {
                gap = place.get(pair.before());
            } else {
                others.computeIfAbsent(gap, k -> new ArrayList<>()).add(row);
            }
        }
        others.forEach((at, rows) -> inGap(gaps.getOrDefault(at, new ArrayList<>()), rows));
    }

    private void inGap(List<Grid.Row> from, List<Grid.Row> to) {
        if (ordered && from.size() == to.size()) {
            for (int i = 0; i < from.size(); i++) {
                pair(from.get(i), to.get(i), How.PLACE);
            }
            return;
        }
        if ((long) from.size() * to.size() > MOST_PAIRS) {
            return;
        }
        record Likely(Grid.Row before, Grid.Row after, int alike) {}
        List<Likely> likely = new ArrayList<>();
        for (Grid.Row one : from) {
            for (Grid.Row other : to) {
                int alike = columns.likeness(one, other);
                boolean renamed = !one.key().isEmpty() && !other.key().isEmpty();
                if (alike >= (renamed ? renamedAt : ALIKE)) {
                    likely.add(new Likely(one, other, alike));
                }
            }
        }
        likely.sort(Comparator.comparingInt(Likely::alike).reversed());
        for (Likely each : likely) {
            if (!byBefore.containsKey(each.before()) && !byAfter.containsKey(each.after())) {
                pair(each.before(), each.after(), How.CONTENT);
            }
        }
    }
}
