package fr.optam.rulebook;

import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which amounts the rows of a list fill, and which of them one would expect. */
final class AmountCells {
    private static final Set<String> CITATION = Set.of("source", "article", "note");

    private AmountCells() {}

    /** Whether a row says in words what others say in a number. */
    static boolean saysOtherwise(PlainTable list, PlainRow row) {
        return list.columns().stream()
                .filter(c -> c.type() == ColumnType.TEXT && !CITATION.contains(c.name()))
                .anyMatch(c -> value(row, c).isPresent()
                        && list.rows().stream()
                                .anyMatch(other -> value(other, c).isEmpty()));
    }

    /** The amount that the rows most like this one fill. */
    static Column likely(PlainTable list, PlainRow row, List<Column> amounts) {
        Column best = amounts.get(0);
        long most = -1;
        for (Column column : amounts) {
            long alike = list.rows().stream()
                    .filter(other -> other != row && other.values().containsKey(column.name()))
                    .mapToLong(other -> common(list, row, other, amounts))
                    .max()
                    .orElse(-1);
            if (alike > most) {
                most = alike;
                best = column;
            }
        }
        return best;
    }

    private static long common(PlainTable list, PlainRow a, PlainRow b, List<Column> amounts) {
        return list.columns().stream()
                .filter(c -> c.type() == ColumnType.CODE && !amounts.contains(c))
                .filter(c -> value(a, c).isPresent() && value(a, c).equals(value(b, c)))
                .count();
    }

    static List<Column> filled(PlainRow row, List<Column> columns) {
        return columns.stream().filter(c -> value(row, c).isPresent()).toList();
    }

    static Optional<String> value(PlainRow row, Column column) {
        return Optional.ofNullable(row.values().get(column.name())).map(String::valueOf);
    }
}
