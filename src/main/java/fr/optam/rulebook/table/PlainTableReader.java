package fr.optam.rulebook.table;

import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads a dated list. Row 1 holds {@code Table} and the list's name, row 2 the technical name and type of each column,
 * row 3 the French headers, the rest is data.
 */
public final class PlainTableReader {
    private static final int NAMES = 2;
    private static final int HEADERS = 3;
    private static final int DATA = 4;

    private final String name;
    private final String file;
    private final Sheet sheet;
    private final SheetProblems problems;
    private final Map<Integer, Column> columns = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private PlainTableReader(String name, String file, Sheet sheet, List<RulebookProblem> problems) {
        this.name = name;
        this.file = file;
        this.sheet = sheet;
        this.problems = new SheetProblems(file, sheet.name(), problems);
    }

    /**
     * Reads the first sheet of a workbook.
     *
     * @param problems takes every mistake, with its cell
     */
    public static PlainTable read(String name, String file, Sheet sheet, List<RulebookProblem> problems) {
        return new PlainTableReader(name, file, sheet, problems).read();
    }

    private PlainTable read() {
        if (!sheet.text(1, 1).equals("Table") || !sheet.text(1, 2).equals(name)) {
            problems.at(
                    1,
                    1,
                    "NOT_A_LIST",
                    "a list starts with Table and its name " + name,
                    "Maybe the folded technical rows were removed or moved.");
            return new PlainTable(name, file, List.of(), List.of());
        }
        int before = problems.found();
        readColumns();
        if (problems.found() > before) {
            return new PlainTable(name, file, List.of(), List.of());
        }
        List<PlainRow> rows = new ArrayList<>();
        Map<String, Integer> citation = new HashMap<>();
        columns.values().forEach(c -> citation.put(c.name(), c.number()));
        CitationColumns citations = new CitationColumns(sheet, problems, citation);
        Set<String> ids = new HashSet<>();
        SheetShape shape = new SheetShape(sheet, problems);
        shape.check(HEADERS, "", prose());
        if (!sheet.text(HEADERS, citation.getOrDefault("id", 1)).equals("Id")) {
            SheetShape.headerLost(sheet, problems, HEADERS, citation.getOrDefault("id", 1));
        }
        for (int row : shape.dataRows(DATA)) {
            readRow(row, sheet.rows().get(row), citations, ids, rows);
        }
        return new PlainTable(
                name,
                file,
                columns.values().stream()
                        .sorted((a, b) -> a.number() - b.number())
                        .toList(),
                rows);
    }

    /** Columns that hold words for people. */
    private Set<Integer> prose() {
        Set<Integer> prose = new HashSet<>();
        columns.values().stream().filter(PlainTableReader::isProse).forEach(c -> prose.add(c.number()));
        return prose;
    }

    private static boolean isProse(Column column) {
        return column.type() == ColumnType.TEXT && !column.name().equals(CitationColumns.SOURCE);
    }

    private void readColumns() {
        Set<String> seen = new HashSet<>();
        for (Cell cell :
                sheet.rows().getOrDefault(NAMES, new java.util.TreeMap<>()).values()) {
            String[] parts = cell.text().split(":", 2);
            ColumnType type = parts.length < 2 ? null : type(parts[1]);
            if (type == null) {
                problems.at(
                        cell,
                        "COLUMN_TYPE",
                        "a column is named name:type",
                        "Maybe one of the types "
                                + Arrays.toString(ColumnType.values()).toLowerCase(java.util.Locale.ROOT) + ".");
            } else if (!seen.add(parts[0])) {
                problems.at(cell, "COLUMN_TWICE", "two columns of one name", "Maybe delete one of them.");
            } else {
                numbers.put(parts[0], cell.column());
                columns.put(
                        cell.column(), new Column(cell.column(), parts[0], type, sheet.text(HEADERS, cell.column())));
            }
        }
        for (Cell header :
                sheet.rows().getOrDefault(HEADERS, new java.util.TreeMap<>()).values()) {
            if (sheet.text(NAMES, header.column()).isEmpty()) {
                problems.at(
                        NAMES,
                        header.column(),
                        "COLUMN_TYPE",
                        "column «" + SheetProblems.visible(header.text()) + "» has no technical name",
                        "Maybe it was deleted from the folded rows.");
            }
        }
        for (String wanted : List.of("id", CitationColumns.FROM, CitationColumns.SOURCE, CitationColumns.CONFIDENCE)) {
            if (!seen.contains(wanted)) {
                problems.at(NAMES, 1, "COLUMN_MISSING", "no column " + wanted, "Maybe it lost its technical name.");
            }
        }
    }

    private static ColumnType type(String text) {
        return Arrays.stream(ColumnType.values())
                .filter(t -> t.name().toLowerCase(java.util.Locale.ROOT).equals(text))
                .findFirst()
                .orElse(null);
    }

    private void readRow(
            int row, SortedMap<Integer, Cell> cells, CitationColumns citations, Set<String> ids, List<PlainRow> rows) {
        Map<String, Object> values = new HashMap<>();
        for (Cell cell : cells.values()) {
            Column column = columns.get(cell.column());
            if (column == null) {
                problems.at(
                        cell,
                        "CELL_OUTSIDE",
                        "a value stands in a column without a name",
                        "Maybe move it to the Notes sheet.");
            } else if (isProse(column) ? !cell.formula() : problems.plainCell(cell)) {
                readCell(cell, column, values);
            }
        }
        String id = String.valueOf(values.getOrDefault("id", ""));
        if (id.isEmpty()) {
            problems.at(row, 1, "ID_MISSING", "row without an id", "Maybe a remark that belongs to the Notes sheet.");
        } else if (!ids.add(id)) {
            problems.at(
                    row,
                    1,
                    "ID_TWICE",
                    "id " + id + " stands twice in this table",
                    "Maybe it was copied with its row.");
        }
        Citation citation = citations.read(row);
        citation.from().ifPresent(day -> values.put(CitationColumns.FROM, day));
        citation.to().ifPresent(day -> values.put(CitationColumns.TO, day));
        rows.add(new PlainRow(
                id,
                name,
                file + "!" + sheet.name() + "!" + Cell.address(row, 1),
                row,
                Map.copyOf(values),
                numbers,
                citation));
    }

    private void readCell(Cell cell, Column column, Map<String, Object> values) {
        if (CitationColumns.NAMES.contains(column.name())) {
            return;
        }
        boolean code =
                column.type() == ColumnType.ID || column.type() == ColumnType.CODE || column.type() == ColumnType.CODES;
        boolean rate = column.type() == ColumnType.RATE;
        if (code ? !problems.isText(cell, column.header()) : !rate && !problems.isNoPercentage(cell, column.header())) {
            return;
        }
        try {
            values.put(column.name(), column.type().read(cell));
        } catch (IllegalArgumentException e) {
            problems.at(cell, "CELL_VALUE", "column «" + column.header() + "»: " + e.getMessage(), hint(cell));
        }
    }

    private static String hint(Cell cell) {
        boolean comma = cell.text().length() < 20 && cell.text().matches("[+-]?[0-9]+,[0-9]+");
        return comma
                ? "Maybe " + cell.text().replace(',', '.') + ": decimals are written with a point."
                : "Maybe leave the cell empty if nothing is known.";
    }
}
