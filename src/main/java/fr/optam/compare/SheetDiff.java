package fr.optam.compare;

import fr.optam.compare.Change.Kind;
import fr.optam.compare.Change.Place;
import fr.optam.compare.Change.Value;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.xlsx.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares two sheets column by column, row by row and cell by cell. */
final class SheetDiff {
    private final Grid before;
    private final Grid after;
    private final ColumnMatch columns;
    private final Changes changes;

    private SheetDiff(Grid before, Grid after, Changes changes) {
        this.before = before;
        this.after = after;
        this.columns = ColumnMatch.of(before, after);
        this.changes = changes;
    }

    /** Adds every difference of two sheets. */
    static void compare(Grid before, Grid after, Changes changes) {
        new SheetDiff(before, after, changes).compare();
    }

    private void compare() {
        columns();
        for (Grid.Part part : Grid.Part.values()) {
            rows(RowMatch.likely(columns, before.rows(part), after.rows(part)), before.rows(part), after.rows(part));
        }
    }

    private void columns() {
        if (after.shape() == Grid.Shape.PLAIN) {
            return;
        }
        for (Grid.Column column : columns.removed()) {
            changes.add(
                    Kind.COLUMN_REMOVED,
                    before(head(before), column.number()),
                    Place.NONE,
                    "",
                    column.name(),
                    column.shown(),
                    "",
                    "",
                    List.of(),
                    "");
        }
        for (Grid.Column column : columns.added()) {
            changes.add(
                    Kind.COLUMN_ADDED,
                    Place.NONE,
                    after(head(after), column.number()),
                    "",
                    column.name(),
                    column.shown(),
                    "",
                    "",
                    List.of(),
                    "");
        }
        for (ColumnMatch.Pair pair : columns.moved()) {
            changes.add(
                    Kind.COLUMN_MOVED,
                    before(head(before), pair.before().number()),
                    after(head(after), pair.after().number()),
                    "",
                    pair.after().name(),
                    pair.after().shown(),
                    GridReader.letters(pair.before().number()),
                    GridReader.letters(pair.after().number()),
                    List.of(),
                    "");
        }
    }

    private static int head(Grid grid) {
        return grid.rows(Grid.Part.HEAD).stream()
                .mapToInt(Grid.Row::number)
                .max()
                .orElse(1);
    }

    private Place before(int row, int column) {
        return changes.before(before.sheet(), Cell.address(row, column));
    }

    private Place after(int row, int column) {
        return changes.after(after.sheet(), Cell.address(row, column));
    }

    private void rows(RowMatch match, List<Grid.Row> from, List<Grid.Row> to) {
        List<RowMatch.Pair> pairs = match.pairs();
        TreeSet<Integer> moved =
                Sequences.moved(pairs.stream().map(p -> p.before().number()).toList());
        Set<Integer> movedRows = new HashSet<>();
        moved.forEach(i -> movedRows.add(pairs.get(i).after().number()));
        int gone = 0;
        for (Grid.Row row : to) {
            for (; gone < from.size() && from.get(gone).number() <= passed(match, row, from, gone); gone++) {
                removed(match, from.get(gone));
            }
            RowMatch.Pair pair = match.ofAfter(row);
            if (pair == null) {
                whole(Kind.ROW_ADDED, Place.NONE, after(row.number(), idColumn(after, row)), row, after);
            } else {
                pair(pair, movedRows.contains(row.number()));
            }
        }
        for (; gone < from.size(); gone++) {
            removed(match, from.get(gone));
        }
        if (!moved.isEmpty() && after.shape() == Grid.Shape.RULES) {
            boolean one = moved.size() == 1;
            changes.note(new Sentence(
                    (one ? "Une ligne a changé" : moved.size() + " lignes ont changé")
                            + " de place, sans effet : l’ordre des lignes d’une table de règles ne compte pas.",
                    (one ? "One row" : moved.size() + " rows")
                            + " moved, without effect: the order of the rows of a rule table does not count."));
        }
    }

    /** Rows that are gone are told where they stood: before the first row after them that is still there. */
    private static int passed(RowMatch match, Grid.Row row, List<Grid.Row> from, int gone) {
        RowMatch.Pair pair = match.ofAfter(row);
        return pair == null ? from.get(gone).number() - 1 : pair.before().number();
    }

    private void removed(RowMatch match, Grid.Row row) {
        if (match.ofBefore(row) == null) {
            whole(Kind.ROW_REMOVED, before(row.number(), idColumn(before, row)), Place.NONE, row, before);
        }
    }

    private static int idColumn(Grid grid, Grid.Row row) {
        return grid.column(grid.idKey()).map(Grid.Column::number).orElseGet(() -> row.places().values().stream()
                .min(Integer::compare)
                .orElse(1));
    }

    private void whole(Kind kind, Place from, Place to, Grid.Row row, Grid grid) {
        List<Value> values = new ArrayList<>();
        row.cells().forEach((key, value) -> {
            Grid.Column column = column(grid, key);
            if (!key.equals(grid.idKey())) {
                values.add(new Value(column.name(), column.shown(), value.shown()));
            }
        });
        if (row.part() == Grid.Part.DATA) {
            changes.add(kind, from, to, row.id(), "", "", "", "", values, "");
        } else {
            String all = String.join(" ", values.stream().map(Value::value).toList());
            changes.add(
                    Kind.PROPERTY_CHANGED,
                    from,
                    to,
                    row.id(),
                    "",
                    "",
                    from.there() ? all : "",
                    to.there() ? all : "",
                    List.of(),
                    "");
        }
    }

    private static Grid.Column column(Grid grid, String key) {
        return grid.column(key).orElseGet(() -> new Grid.Column(0, key, key.replace("@", ""), ""));
    }

    private void pair(RowMatch.Pair pair, boolean moved) {
        Grid.Row from = pair.before();
        Grid.Row to = pair.after();
        String how = pair.how() == RowMatch.How.ID ? "" : pair.how() == RowMatch.How.CONTENT ? "content" : "place";
        if (moved && after.shape() == Grid.Shape.LIST) {
            changes.add(
                    Kind.ROW_MOVED,
                    before(from.number(), idColumn(before, from)),
                    after(to.number(), idColumn(after, to)),
                    to.id(),
                    "",
                    "",
                    String.valueOf(from.number()),
                    String.valueOf(to.number()),
                    List.of(),
                    how);
        }
        Set<String> keys = new LinkedHashSet<>(to.cells().keySet());
        from.cells().keySet().forEach(key -> keys.add(columns.after(key).orElse("")));
        keys.remove("");
        List<String> inOrder = new ArrayList<>(keys);
        inOrder.sort(Comparator.comparingInt(key -> at(to, after, key)));
        for (String key : inOrder) {
            cell(pair, columns.before(key).orElse(""), key, how);
        }
        from.cells().keySet().stream()
                .filter(key -> columns.after(key).isEmpty())
                .forEach(key -> cell(pair, key, "", how));
    }

    private void cell(RowMatch.Pair pair, String was, String key, String how) {
        Grid.Row from = pair.before();
        Grid.Row to = pair.after();
        CellValue old = from.cell(was);
        CellValue now = to.cell(key);
        boolean whole = was.isEmpty() || key.isEmpty();
        if (old.equals(now) || whole && to.part() != Grid.Part.DATA) {
            return;
        }
        boolean property = to.part() == Grid.Part.PROPERTY;
        boolean id = key.equals(after.idKey()) && to.part() == Grid.Part.DATA && !whole;
        Grid.Column column = key.isEmpty() ? column(before, was) : column(after, key);
        boolean sameText = old.shown().equals(now.shown());
        changes.add(
                id ? Kind.ROW_RENAMED : kind(to.part()),
                was.isEmpty() ? Place.NONE : before(from.number(), at(from, before, was)),
                key.isEmpty() ? Place.NONE : after(to.number(), at(to, after, key)),
                to.id(),
                property ? "" : column.name(),
                property ? "" : column.shown(),
                text(old, sameText),
                text(now, sameText),
                List.of(),
                how);
    }

    private static int at(Grid.Row row, Grid grid, String key) {
        Integer place = row.places().get(key);
        return place == null ? grid.column(key).map(Grid.Column::number).orElse(1) : place;
    }

    private static Kind kind(Grid.Part part) {
        return switch (part) {
            case PROPERTY -> Kind.PROPERTY_CHANGED;
            case HEAD -> Kind.COLUMN_CHANGED;
            case DATA -> Kind.CELL_CHANGED;
        };
    }

    private static String text(CellValue value, boolean withKind) {
        return value.shown() + (withKind ? " [" + value.kind().name().toLowerCase(java.util.Locale.ROOT) + "]" : "");
    }
}
