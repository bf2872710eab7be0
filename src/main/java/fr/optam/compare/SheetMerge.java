package fr.optam.compare;

import fr.optam.compare.SheetPlan.CellEdit;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.xlsx.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the changes of one side, from {@code base} to {@code taken}, enter the sheet of the other side, {@code kept}. */
final class SheetMerge {
    private final Grid base;
    private final Grid kept;
    private final Grid taken;
    private final boolean keptIsOurs;
    private final ColumnMatch columnsKept;
    private final ColumnMatch columnsTaken;
    private final List<Integer> deletions = new ArrayList<>();
    private final List<Integer> insertions = new ArrayList<>();
    private final List<CellEdit> cells = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private SheetMerge(Grid base, Grid kept, Grid taken, boolean keptIsOurs) {
        this.base = base;
        this.kept = kept;
        this.taken = taken;
        this.keptIsOurs = keptIsOurs;
        this.columnsKept = ColumnMatch.of(base, kept);
        this.columnsTaken = ColumnMatch.of(base, taken);
    }

    /** What to do to the kept sheet. */
    static SheetPlan plan(Grid base, Grid kept, Grid taken, boolean keptIsOurs) {
        SheetMerge merge = new SheetMerge(base, kept, taken, keptIsOurs);
        merge.head(Grid.Part.PROPERTY);
        merge.head(Grid.Part.HEAD);
        merge.data();
        merge.deletions.sort((a, b) -> b - a);
        return new SheetPlan(
                kept.sheet(), taken.sheet(), merge.deletions, merge.insertions, merge.cells, merge.conflicts);
    }

    /** Rows above the data neither come nor go here: that would be another structure. */
    private void head(Grid.Part part) {
        RowMatch toKept = RowMatch.certain(columnsKept, base.rows(part), kept.rows(part));
        RowMatch toTaken = RowMatch.certain(columnsTaken, base.rows(part), taken.rows(part));
        for (Grid.Row row : base.rows(part)) {
            RowMatch.Pair one = toKept.ofBefore(row);
            RowMatch.Pair other = toTaken.ofBefore(row);
            if (one != null && other != null) {
                cells(
                        new MergeLine(row, one.after(), other.after(), null),
                        one.after().number());
            }
        }
    }

    private void data() {
        MergeOrder order = new MergeOrder(base, kept, taken, columnsKept, columnsTaken, keptIsOurs);
        order.deleted().forEach(row -> deletions.add(row.number()));
        Map<Grid.Row, Integer> places = new LinkedHashMap<>();
        int last = top(order);
        for (MergeLine line : order.lines()) {
            if (line.kept() == null) {
                insertions.add(++last);
            } else {
                int number = line.kept().number();
                last = number
                        + insertions.size()
                        - (int) deletions.stream().filter(d -> d < number).count();
                places.put(line.kept(), last);
            }
            cells(line, last);
        }
        for (MergeOrder.Lost lost : order.lost()) {
            int row = lost.above() == null ? Math.max(1, top(order)) : places.getOrDefault(lost.above(), 1);
            conflict(row, idColumn(), lost.id(), "", "", "", "", lost.what());
        }
    }

    /** The row above the first one of the merged data. */
    private int top(MergeOrder order) {
        int head = kept.rows().stream()
                .filter(r -> r.part() != Grid.Part.DATA)
                .mapToInt(Grid.Row::number)
                .max()
                .orElse(0);
        return order.lines().stream()
                .filter(l -> l.kept() != null)
                .findFirst()
                .map(l -> l.kept().number()
                        - 1
                        - (int) deletions.stream()
                                .filter(d -> d < l.kept().number())
                                .count())
                .orElse(head);
    }

    private int idColumn() {
        return kept.column(kept.idKey()).map(Grid.Column::number).orElse(1);
    }

    private void cells(MergeLine line, int number) {
        if (line.gone() != null) {
            conflict(number, idColumn(), line.id(), "", "", "", "", line.gone());
        }
        if (line.taken() == null) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>(line.taken().cells().keySet());
        if (line.base() != null) {
            line.base().cells().keySet().forEach(k -> columnsTaken.after(k).ifPresent(keys::add));
        } else if (line.kept() != null) {
            line.kept().cells().keySet().forEach(k -> keys.add(takenKey(k)));
            keys.remove("");
        }
        for (String key : keys) {
            cell(line, key, number);
        }
    }

    private String takenKey(String keptKey) {
        return columnsKept
                .before(keptKey)
                .flatMap(columnsTaken::after)
                .orElse(taken.column(keptKey).isPresent() ? keptKey : "");
    }

    private String keptKey(String takenKey) {
        return columnsTaken
                .before(takenKey)
                .flatMap(columnsKept::after)
                .orElse(kept.column(takenKey).isPresent() ? takenKey : "");
    }

    private void cell(MergeLine line, String key, int number) {
        String own = keptKey(key);
        CellValue old = line.base() == null
                ? CellValue.NONE
                : line.base().cell(columnsTaken.before(key).orElse(""));
        CellValue theirs = line.taken().cell(key);
        CellValue ours = line.kept() == null ? CellValue.NONE : line.kept().cell(own);
        boolean bothNew = line.base() == null && line.kept() != null;
        if (theirs.equals(ours) || !bothNew && theirs.equals(old) && line.kept() != null) {
            return;
        }
        Grid.Column column = kept.column(own)
                .orElseGet(() ->
                        new Grid.Column(line.taken().places().getOrDefault(key, 1), key, key.replace("@", ""), ""));
        boolean free = line.taken().part() == Grid.Part.PROPERTY;
        int at = free ? place(line, key) : column.number();
        if (own.isEmpty()) {
            String header = taken.column(key).map(Grid.Column::shown).orElse(key);
            conflict(number, idColumn(), line.id(), header, old.shown(), "", theirs.shown(), Conflict.COLUMN_GONE);
            return;
        }
        if (line.kept() != null && (bothNew || !ours.equals(old))) {
            conflict(
                    number,
                    at,
                    line.id(),
                    free ? "" : column.shown(),
                    old.shown(),
                    ours.shown(),
                    theirs.shown(),
                    Conflict.CELL);
            if (keptIsOurs) {
                return;
            }
        }
        Integer from = line.taken().places().get(key);
        cells.add(new CellEdit(
                Cell.address(number, at),
                from == null ? "" : Cell.address(line.taken().number(), from)));
    }

    private static int place(MergeLine line, String key) {
        Integer own = line.kept() == null ? null : line.kept().places().get(key);
        return own == null ? line.taken().places().getOrDefault(key, 1) : own;
    }

    private void conflict(
            int row, int column, String id, String header, String old, String one, String other, Sentence what) {
        conflicts.add(new Conflict(
                kept.sheet(),
                Cell.address(row, column),
                id,
                header,
                old,
                keptIsOurs ? one : other,
                keptIsOurs ? other : one,
                what));
    }
}
