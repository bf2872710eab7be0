package fr.optam.rulebook.table;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.Set;

/** What a table must not hide from the person who reads its sheet. */
final class SheetShape {
    private final Sheet sheet;
    private final SheetProblems problems;

    SheetShape(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
    }

    /**
     * Reports formulas, error values, merged and hidden cells.
     *
     * @param headerRow row of the headers; technical rows above it may be folded
     * @param pattern the one range that may be merged, or empty
     * @param mayHide columns that no rule depends on
     */
    void check(int headerRow, String pattern, Set<Integer> mayHide) {
        if (sheet.hidden()) {
            problems.at(1, 1, "HIDDEN_SHEET", "the sheet of the table is hidden", "Maybe show it: its rows count.");
        }
        sheet.rows().values().forEach(row -> row.values().forEach(this::cell));
        for (String range : sheet.merged()) {
            if (!range.equals(pattern)) {
                problems.at(
                        range.split(":")[0],
                        "MERGED_CELLS",
                        "cells " + range + " are merged",
                        "Maybe unmerge them and fill each one.");
            }
        }
        sheet.rows().tailMap(headerRow).keySet().stream()
                .filter(sheet.hiddenRows()::contains)
                .forEach(row -> problems.at(
                        row,
                        1,
                        "HIDDEN_ROW",
                        "the row is hidden or filtered out, and yet it counts",
                        "Maybe show it, or delete it if it is not meant."));
        for (int column : sheet.hiddenColumns().stream().sorted().toList()) {
            if (!sheet.text(headerRow, column).isEmpty() && !mayHide.contains(column)) {
                problems.at(
                        headerRow,
                        column,
                        "HIDDEN_COLUMN",
                        "the column is hidden, and yet it counts",
                        "Maybe show it.");
            }
        }
    }

    private void cell(Cell cell) {
        if (cell.formula()) {
            problems.at(cell, "FORMULA_CELL", "a formula stands where a value is wanted", "Maybe paste the value.");
        } else if (cell.kind() == Cell.Kind.ERROR) {
            problems.at(cell, "ERROR_CELL", "an error value stands where a value is wanted", "Maybe type the value.");
        }
    }

    /** Reports rows without any cell between the first row of data and the last; returns the rows that hold something. */
    Set<Integer> dataRows(int first) {
        Set<Integer> rows = sheet.rows().tailMap(first).keySet();
        int expected = first;
        for (int row : rows) {
            if (row > expected) {
                String which = row == expected + 1
                        ? "row " + expected + " is blank"
                        : "rows " + expected + " to " + (row - 1) + " are blank";
                problems.at(
                        expected,
                        1,
                        "BLANK_ROW",
                        which + " inside the table",
                        "Maybe delete it: Drools would lose every row below it.");
            }
            expected = row + 1;
        }
        return rows;
    }

    /** Reports a header row that was lost, so that a row of data stands in its place. */
    static void headerLost(Sheet sheet, SheetProblems problems, int row, int idColumn) {
        String found = SheetProblems.visible(sheet.text(row, idColumn));
        problems.at(
                row,
                idColumn,
                "HEADER_ROW",
                "the header row is missing: its first header is Id, not «" + found + "»",
                "Maybe it was deleted, and a row of data stands in its place.");
    }
}
