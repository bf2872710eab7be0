package fr.optam.compare;

import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Edits of one table that are made, and the table with them alone. */
final class Chosen {
    private final Set<String> come = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Set<String>> cells = new HashMap<>();
    private boolean whole;

    void add(Edit edit) {
        switch (edit.kind()) {
            case ROW_ADDED -> come.add(edit.row());
            case ROW_REMOVED -> gone.add(edit.row());
            case CELL_CHANGED ->
                cells.computeIfAbsent(edit.row(), r -> new HashSet<>()).add(edit.column());
            default -> whole = true;
        }
    }

    /**
     * A rule table with the edits.
     *
     * @param before the table without them
     * @param after the table with all; null if it is gone
     */
    RuleTable table(RuleTable before, RuleTable after) {
        if (whole) {
            return after == null
                    ? before.with(List.of())
                    : new RuleTable(
                            after.name(),
                            after.file(),
                            after.sheet(),
                            after.stage(),
                            after.kind(),
                            conditions(before, after),
                            after.actions(),
                            after.rows());
        }
        TableColumns was = new TableColumns(before);
        TableColumns is = new TableColumns(after);
        return before.with(rows(before.rows(), after.rows(), RuleRow::id, (old, now) -> row(old, now, was, is)));
    }

    /** Of both, for formulas of either may ask which rows are open. */
    private static List<ConditionColumn> conditions(RuleTable before, RuleTable after) {
        List<ConditionColumn> all = new ArrayList<>(after.conditions());
        before.conditions().stream()
                .filter(c -> after.testing(c.field()).isEmpty())
                .forEach(all::add);
        return all;
    }

    private RuleRow row(RuleRow old, RuleRow now, TableColumns was, TableColumns is) {
        Set<String> chosen = cells.get(old.id());
        Map<String, TableColumns.Said> from = was.cells(old);
        Map<String, TableColumns.Said> to = is.cells(now);
        List<ConditionCell> conditions = new ArrayList<>();
        List<ActionCell> actions = new ArrayList<>();
        for (String key : was.keys()) {
            TableColumns.Said cell = (chosen.contains(key) ? to : from).get(key);
            if (cell != null && cell.cell() instanceof ConditionCell condition) {
                conditions.add(condition);
            } else if (cell != null && cell.cell() instanceof ActionCell action) {
                actions.add(action);
            }
        }
        return new RuleRow(
                old.id(),
                old.row(),
                old.at(),
                List.copyOf(conditions),
                List.copyOf(actions),
                chosen.contains(TableColumns.CONFIDENCE) ? sure(old.citation(), now.citation()) : old.citation());
    }

    private static Citation sure(Citation old, Citation now) {
        return new Citation(old.sources(), old.article(), now.confidence(), old.from(), old.to(), old.note());
    }

    /**
     * A list with the edits.
     *
     * @param before the list without them, with the columns of both
     * @param after the list with all
     */
    PlainTable list(PlainTable before, PlainTable after) {
        if (whole) {
            List<Column> columns = new ArrayList<>(after.columns());
            before.columns().stream()
                    .filter(c -> after.column(c.name()).isEmpty())
                    .forEach(columns::add);
            return new PlainTable(before.name(), before.file(), columns, after.rows());
        }
        return before.with(rows(before.rows(), after.rows(), PlainRow::id, this::row));
    }

    private PlainRow row(PlainRow old, PlainRow now) {
        Map<String, Object> values = new HashMap<>(old.values());
        Citation citation = old.citation();
        for (String column : cells.get(old.id())) {
            if (column.equals(TableColumns.CONFIDENCE)) {
                citation = sure(citation, now.citation());
                continue;
            }
            values.remove(column);
            Optional.ofNullable(now.values().get(column)).ifPresent(v -> values.put(column, v));
        }
        Citation valid = new Citation(
                citation.sources(),
                citation.article(),
                citation.confidence(),
                cells.get(old.id()).contains("from") ? now.citation().from() : citation.from(),
                cells.get(old.id()).contains("to") ? now.citation().to() : citation.to(),
                citation.note());
        return new PlainRow(old.id(), old.table(), old.at(), old.row(), values, old.columns(), valid);
    }

    /** Rows in the order of the table after; one that is gone there stands after the one that it followed. */
    private <T> List<T> rows(List<T> before, List<T> after, Function<T, String> id, BinaryOperator<T> mixed) {
        Map<String, T> there = new HashMap<>();
        after.forEach(r -> there.put(id.apply(r), r));
        List<T> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (T row : before) {
            String name = id.apply(row);
            known.add(name);
            if (!gone.contains(name)) {
                rows.add(cells.containsKey(name) ? mixed.apply(row, there.get(name)) : row);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            String name = id.apply(after.get(i));
            if (come.contains(name) && known.add(name)) {
                rows.add(place(rows, after, i, id), after.get(i));
            }
        }
        return rows;
    }

    /** Behind the nearest row above that is there too. */
    private static <T> int place(List<T> rows, List<T> after, int of, Function<T, String> id) {
        for (int i = of - 1; i >= 0; i--) {
            String above = id.apply(after.get(i));
            for (int j = 0; j < rows.size(); j++) {
                if (id.apply(rows.get(j)).equals(above)) {
                    return j + 1;
                }
            }
        }
        return 0;
    }
}
