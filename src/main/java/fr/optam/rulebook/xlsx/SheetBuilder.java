package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the cells of one sheet within the size that a table may have. */
public final class SheetBuilder {
    /** Columns that a table may have. */
    public static final int MAX_COLUMNS = 256;

    private static final int MAX_ROWS = 60_000;
    private static final int MAX_CELLS = 600_000;
    private static final int MAX_TEXT = 32_767;
    private static final int MAX_DROP_DOWNS = 200;
    private static final long MAX_CHARACTERS = 16L << 20;

    private final String name;
    private final boolean hidden;
    private final List<Cell> cells = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final List<String> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<DropDown> dropDowns = new ArrayList<>();
    private final Map<String, String> formats = new HashMap<>();
    private long characters;

    /**
     * Begins a sheet.
     *
     * @param name name on the tab
     * @param hidden whether the file hides the tab
     */
    public SheetBuilder(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    /**
     * Adds a cell; one that holds nothing is left out.
     *
     * @throws WorkbookRefused if the sheet becomes too large, or the place is taken
     */
    public void add(Cell cell) throws WorkbookRefused {
        if (cell.text().isEmpty() && !cell.formula()) {
            return;
        }
        characters += cell.text().length();
        boolean fits = cell.row() <= MAX_ROWS
                && cell.column() <= MAX_COLUMNS
                && cell.text().length() <= MAX_TEXT;
        if (!fits || cells.size() >= MAX_CELLS || characters > MAX_CHARACTERS) {
            throw WorkbookRefused.of(
                    "SHEET_TOO_LARGE",
                    name + "!" + cell.address(),
                    "la cellule " + cell.address() + " dépasse la taille permise pour une table",
                    "cell " + cell.address() + " is past the size that a table may have");
        }
        if (!seen.add((long) cell.row() * MAX_COLUMNS * 2 + cell.column())) {
            throw WorkbookRefused.none(
                    "contient deux fois la cellule " + cell.address(), "holds cell " + cell.address() + " twice");
        }
        cells.add(cell);
    }

    /** Notes merged cells, {@code B7:E7}. */
    public void merge(String range) {
        merged.add(range);
    }

    /** Notes a hidden row; the first is 1. */
    public void hideRow(int row) {
        hiddenRows.add(row);
    }

    /** Notes a hidden column; the first is 1. */
    public void hideColumn(int column) {
        hiddenColumns.add(column);
    }

    /**
     * Notes a drop-down list.
     *
     * @param ranges cells, separated by spaces
     * @param formula values in quotes, separated by commas; what refers to other cells is left out
     */
    public void offer(String ranges, String formula) {
        if (ranges.length() <= MAX_TEXT && formula.length() <= MAX_TEXT && dropDowns.size() < MAX_DROP_DOWNS) {
            dropDowns.addAll(DropDown.of(ranges, formula));
        }
    }

    /** Notes a number format that shows a number otherwise than it is read. */
    public void format(int row, int column, String format) {
        formats.put(Cell.address(row, column), format);
    }

    /** The sheet. */
    public Sheet build() {
        return new Sheet(name, hidden, cells, merged, hiddenRows, hiddenColumns, dropDowns, formats);
    }
}
