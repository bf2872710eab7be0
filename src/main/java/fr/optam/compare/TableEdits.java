package fr.optam.compare;

import fr.optam.compare.Edit.Kind;
import fr.optam.decision.Confidence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Edits of the rows of rule tables. */
final class TableEdits {
    private final Rulebook before;
    private final Rulebook after;
    private final List<Edits.Found> found = new ArrayList<>();

    TableEdits(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    List<Edits.Found> all() {
        Set<String> names = new TreeSet<>(before.tables().keySet());
        names.addAll(after.tables().keySet());
        for (String name : names) {
            table(
                    Optional.ofNullable(before.tables().get(name)),
                    Optional.ofNullable(after.tables().get(name)));
        }
        return found;
    }

    private void table(Optional<RuleTable> old, Optional<RuleTable> now) {
        if (old.isPresent() && now.isPresent() && isLike(old.get(), now.get())) {
            rows(old.get(), now.get());
            return;
        }
        RuleTable one = now.or(() -> old).orElseThrow();
        Rulebook side = now.isPresent() ? after : before;
        found.add(new Edits.Found(
                new Edit(
                        0,
                        Kind.TABLE_CHANGED,
                        Edits.shown(side, one.file()),
                        one.sheet(),
                        one.name(),
                        "",
                        "",
                        "",
                        shape(old),
                        shape(now),
                        List.of()),
                0,
                0,
                ids(old),
                ids(now)));
    }

    private static Set<String> ids(Optional<RuleTable> table) {
        return table.map(t -> t.rows().stream().map(RuleRow::id).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static String shape(Optional<RuleTable> table) {
        return table.map(t -> t.stage().name() + " " + t.kind().label() + ": "
                        + String.join(", ", new TableColumns(t).keys()))
                .orElse("");
    }

    /** Whether rows of one can stand in the other. */
    private static boolean isLike(RuleTable old, RuleTable now) {
        return old.stage().equals(now.stage())
                && old.kind() == now.kind()
                && new TableColumns(old).isLike(new TableColumns(now));
    }

    private void rows(RuleTable old, RuleTable now) {
        TableColumns was = new TableColumns(old);
        TableColumns is = new TableColumns(now);
        Map<String, RuleRow> gone = new LinkedHashMap<>();
        old.rows().forEach(r -> gone.put(r.id(), r));
        for (RuleRow row : now.rows()) {
            RuleRow from = gone.remove(row.id());
            if (from == null) {
                found.add(new Edits.Found(
                        edit(Kind.ROW_ADDED, after, now, row, "", "", "", values(row), at(row)),
                        row.row(),
                        0,
                        Set.of(),
                        Set.of(row.id())));
            } else {
                cells(from, was.cells(from), now, row, is);
            }
        }
        gone.values()
                .forEach(row -> found.add(new Edits.Found(
                        edit(Kind.ROW_REMOVED, before, old, row, "", "", values(row), "", at(row)),
                        row.row(),
                        0,
                        Set.of(row.id()),
                        Set.of())));
    }

    private void cells(
            RuleRow from, Map<String, TableColumns.Said> old, RuleTable table, RuleRow row, TableColumns columns) {
        Map<String, TableColumns.Said> now = columns.cells(row);
        Set<String> keys = new LinkedHashSet<>(columns.keys());
        for (String key : keys) {
            TableColumns.Said a = old.getOrDefault(key, TableColumns.Said.NOTHING);
            TableColumns.Said b = now.getOrDefault(key, TableColumns.Said.NOTHING);
            if (!a.means().equals(b.means())) {
                int column = columns.number(key);
                String address = fr.optam.rulebook.xlsx.Cell.address(row.row(), column);
                found.add(new Edits.Found(
                        edit(
                                Kind.CELL_CHANGED,
                                after,
                                table,
                                row,
                                key,
                                columns.header(key),
                                a.text(),
                                b.text(),
                                address),
                        row.row(),
                        column));
            }
        }
        Confidence was = from.citation().confidence();
        Confidence is = row.citation().confidence();
        if (was != is) {
            String address = row.at().substring(row.at().lastIndexOf('!') + 1);
            found.add(new Edits.Found(
                    edit(
                            Kind.CELL_CHANGED,
                            after,
                            table,
                            row,
                            TableColumns.CONFIDENCE,
                            TableColumns.CONFIDENCE_HEADER,
                            was.name(),
                            is.name(),
                            address),
                    row.row(),
                    Integer.MAX_VALUE));
        }
    }

    private static Edit edit(
            Kind kind,
            Rulebook side,
            RuleTable table,
            RuleRow row,
            String column,
            String header,
            String old,
            String now,
            String address) {
        return new Edit(
                0,
                kind,
                Edits.shown(side, table.file()),
                table.sheet() + "!" + address,
                table.name(),
                row.id(),
                column,
                header,
                old,
                now,
                List.of());
    }

    private static String at(RuleRow row) {
        return row.at().substring(row.at().lastIndexOf('!') + 1);
    }

    private static String values(RuleRow row) {
        List<String> values = new ArrayList<>();
        for (ConditionCell cell : row.conditions()) {
            values.add(cell.column().header() + " = " + cell.text());
        }
        for (ActionCell cell : row.actions()) {
            values.add(cell.column().header() + " = " + cell.text());
        }
        return String.join("; ", values);
    }
}
