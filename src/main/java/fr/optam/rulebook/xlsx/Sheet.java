package fr.optam.rulebook.xlsx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of one sheet, by row and column, as read. */
public final class Sheet {
    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<String> merged;
    private final boolean hidden;
    private final Set<Integer> hiddenRows;
    private final Set<Integer> hiddenColumns;
    private final List<DropDown> dropDowns;
    private final Map<String, String> formats;

    Sheet(
            String name,
            boolean hidden,
            List<Cell> cells,
            List<String> merged,
            Set<Integer> hiddenRows,
            Set<Integer> hiddenColumns,
            List<DropDown> dropDowns,
            Map<String, String> formats) {
        this.dropDowns = List.copyOf(dropDowns);
        this.formats = Map.copyOf(formats);
        this.name = name;
        this.hidden = hidden;
        this.merged = List.copyOf(merged);
        this.hiddenRows = Set.copyOf(hiddenRows);
        this.hiddenColumns = Set.copyOf(hiddenColumns);
        for (Cell cell : cells) {
            rows.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell);
        }
    }

    /** Name on the tab. */
    public String name() {
        return name;
    }

    /** Merged ranges, {@code B7:E7}. */
    public List<String> merged() {
        return merged;
    }

    /** Whether the file hides the tab. */
    public boolean hidden() {
        return hidden;
    }

    /** Column numbers that the file hides, of columns that a table may have. */
    public Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }

    /** The values that the sheet offers for a cell; none if it offers none. */
    public List<String> offered(int row, int column) {
        return dropDowns.stream()
                .filter(d -> d.covers(row, column))
                .findFirst()
                .map(DropDown::values)
                .orElse(List.of());
    }

    /** Number format by address, of the cells that show their number otherwise than it is read: groups, currencies, words. */
    public Map<String, String> formats() {
        return formats;
    }

    /** Row numbers that the file hides. */
    public Set<Integer> hiddenRows() {
        return hiddenRows;
    }

    /** Cells that hold something, by row and column. */
    public SortedMap<Integer, SortedMap<Integer, Cell>> rows() {
        return java.util.Collections.unmodifiableSortedMap(rows);
    }

    /** The cell at a place, if it holds something. */
    public Optional<Cell> cell(int row, int column) {
        SortedMap<Integer, Cell> cells = rows.get(row);
        return cells == null ? Optional.empty() : Optional.ofNullable(cells.get(column));
    }

    /** Text at a place, empty if the cell holds nothing. */
    public String text(int row, int column) {
        return cell(row, column).map(Cell::text).orElse("");
    }

    /** Last row that holds something; 0 for an empty sheet. */
    public int lastRow() {
        return rows.isEmpty() ? 0 : rows.lastKey();
    }
}
