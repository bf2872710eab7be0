package fr.optam.compare;

import fr.optam.compare.Edit.Kind;
import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Edits of lists, of the columns that formulas look at or of which facts are made. A list or column that only one
 * rulebook has makes none: what looks at it is an edit itself.
 */
final class ListEdits {
    private final Rulebook before;
    private final Rulebook after;
    private final Set<String> looked = new HashSet<>(Engine.columnsOfFacts());
    private final List<Edits.Found> found = new ArrayList<>();

    ListEdits(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
        look(before);
        look(after);
    }

    private void look(Rulebook rulebook) {
        rulebook.rules().values().forEach(r -> r.statements().stream()
                .map(Statement::computed)
                .flatMap(Optional::stream)
                .map(Formula::columns)
                .forEach(looked::addAll));
    }

    List<Edits.Found> all() {
        Set<String> names = new TreeSet<>(before.lists().keySet());
        names.retainAll(after.lists().keySet());
        for (String name : names) {
            if (looked.stream().anyMatch(c -> c.startsWith(name + "!"))) {
                list(before.lists().get(name), after.lists().get(name));
            }
        }
        return found;
    }

    /** Whether a column of both holds something else in one than in the other. */
    static boolean isOther(PlainTable old, PlainTable now) {
        return old.columns().stream()
                .anyMatch(c ->
                        now.column(c.name()).filter(o -> o.type() != c.type()).isPresent());
    }

    private void list(PlainTable old, PlainTable now) {
        if (isOther(old, now)) {
            Edit edit = new Edit(
                    0,
                    Kind.TABLE_CHANGED,
                    Edits.shown(after, now.file()),
                    "",
                    now.name(),
                    "",
                    "",
                    "",
                    types(old),
                    types(now),
                    List.of());
            found.add(new Edits.Found(edit, 0, 0));
            return;
        }
        Map<String, PlainRow> gone = new LinkedHashMap<>();
        old.rows().forEach(r -> gone.put(r.id(), r));
        for (PlainRow row : now.rows()) {
            PlainRow from = gone.remove(row.id());
            if (from == null) {
                add(edit(Kind.ROW_ADDED, after, now, row, "", "", "", values(now, row)), row.row(), 0);
            } else {
                cells(from, now, row, old);
            }
        }
        gone.values()
                .forEach(row ->
                        add(edit(Kind.ROW_REMOVED, before, old, row, "", "", values(old, row), ""), row.row(), 0));
    }

    private void add(Edit edit, int line, int column) {
        found.add(new Edits.Found(edit, line, column));
    }

    private static String types(PlainTable list) {
        return String.join(
                ", ",
                list.columns().stream().map(c -> c.name() + ":" + c.type()).toList());
    }

    private void cells(PlainRow from, PlainTable table, PlainRow row, PlainTable old) {
        for (Column column : table.columns()) {
            String name = column.name();
            Object was = from.values().get(name);
            Object is = row.values().get(name);
            if (looked.contains(table.name() + "!" + name)
                    && old.column(name).isPresent()
                    && !Objects.equals(means(was), means(is))) {
                add(
                        edit(Kind.CELL_CHANGED, after, table, row, name, column.header(), shown(was), shown(is)),
                        row.row(),
                        column.number());
            }
        }
        if (from.citation().confidence() != row.citation().confidence()) {
            add(
                    edit(
                            Kind.CELL_CHANGED,
                            after,
                            table,
                            row,
                            TableColumns.CONFIDENCE,
                            table.column(TableColumns.CONFIDENCE)
                                    .map(Column::header)
                                    .orElse(TableColumns.CONFIDENCE_HEADER),
                            from.citation().confidence().name(),
                            row.citation().confidence().name()),
                    row.row(),
                    Integer.MAX_VALUE);
        }
    }

    /** Numbers that are equal look the same whatever their scale. */
    private static Object means(Object value) {
        return PlainTable.normal(value);
    }

    private static String shown(Object value) {
        return value == null ? "" : value instanceof BigDecimal n ? n.toPlainString() : String.valueOf(value);
    }

    private static String values(PlainTable list, PlainRow row) {
        List<String> values = new ArrayList<>();
        for (Column column : list.columns()) {
            if (row.values().containsKey(column.name()) && !column.name().equals("id")) {
                values.add(column.header() + " = " + shown(row.values().get(column.name())));
            }
        }
        return String.join("; ", values);
    }

    private static Edit edit(
            Kind kind,
            Rulebook side,
            PlainTable list,
            PlainRow row,
            String column,
            String header,
            String old,
            String now) {
        String at = column.isEmpty() ? row.at() : row.at(column);
        return new Edit(
                0,
                kind,
                Edits.shown(side, list.file()),
                at.substring(at.indexOf('!') + 1),
                list.name(),
                row.id(),
                column,
                header,
                old,
                now,
                List.of());
    }
}
