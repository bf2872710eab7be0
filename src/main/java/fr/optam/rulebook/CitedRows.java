package fr.optam.rulebook;

import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;

/** The rows of all tables and lists with what they cite and where that stands. */
final class CitedRows {
    private final Map<String, Sheet> sheets;
    private final Collection<PlainTable> lists;
    private final Collection<RuleTable> tables;

    /** @param sheets sheets by table name */
    CitedRows(Map<String, Sheet> sheets, Collection<PlainTable> lists, Collection<RuleTable> tables) {
        this.sheets = sheets;
        this.lists = lists;
        this.tables = tables;
    }

    /** Is told of each row. */
    @FunctionalInterface
    interface Each {
        /**
         * Takes a row.
         *
         * @param source place of the cell with the sources
         * @param article place of the cell with the article
         */
        void row(String file, Citation citation, Supplier<String> source, Supplier<String> article);
    }

    /** Goes through the rows of rule tables, then of lists. */
    void each(Each each) {
        tables.forEach(table -> table.rows()
                .forEach(row -> each.row(
                        table.file(),
                        row.citation(),
                        () -> cell(table, row.row(), "Source"),
                        () -> cell(table, row.row(), "Article"))));
        lists.forEach(list -> list.rows()
                .forEach(row -> each.row(
                        list.file(), row.citation(), () -> place(row, "source"), () -> place(row, "article"))));
    }

    private static String place(PlainRow row, String column) {
        return row.at(column).split("!", 2)[1];
    }

    /** The cell of a row under a header. */
    private String cell(RuleTable table, int row, String title) {
        Sheet sheet = sheets.get(table.name());
        int header = table.rows().get(0).row() - 1;
        int column = sheet.rows().getOrDefault(header, Collections.emptySortedMap()).values().stream()
                .filter(c -> c.text().equals(title))
                .map(Cell::column)
                .findFirst()
                .orElse(1);
        return sheet.name() + "!" + Cell.address(row, column);
    }
}
