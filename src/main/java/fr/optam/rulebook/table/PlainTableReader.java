package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    static final int NAMES = 2;
    static final int HEADERS = 3;
    private static final int DATA = 4;
    private static final BigDecimal LARGE_RATE = BigDecimal.TEN;

    private final String name;
    private final String file;
    private final Sheet sheet;
    private final SheetProblems problems;
    private final PlainTableHead head;

    private PlainTableReader(String name, String file, Sheet sheet, List<RulebookProblem> problems) {
        this.name = name;
        this.file = file;
        this.sheet = sheet;
        this.problems = new SheetProblems(file, sheet.name(), problems);
        this.head = new PlainTableHead(name, sheet, this.problems);
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
        if (!head.read()) {
            return new PlainTable(name, file, List.of(), List.of());
        }
        List<PlainRow> rows = new ArrayList<>();
        CitationColumns citations = new CitationColumns(sheet, problems, head.numbers());
        Set<String> ids = new HashSet<>();
        SheetShape shape = new SheetShape(sheet, problems);
        shape.check(HEADERS, "", prose());
        int id = head.numbers().getOrDefault("id", 1);
        if (!sheet.text(HEADERS, id).equals("Id")) {
            SheetShape.headerLost(sheet, problems, HEADERS, id);
        } else {
            citations.headers(HEADERS);
        }
        for (int row : shape.dataRows(DATA)) {
            readRow(row, sheet.rows().get(row), citations, ids, rows);
        }
        return new PlainTable(
                name,
                file,
                head.columns().values().stream()
                        .sorted((a, b) -> a.number() - b.number())
                        .toList(),
                rows);
    }

    /** Columns that hold words for people. */
    private Set<Integer> prose() {
        Set<Integer> prose = new HashSet<>();
        head.columns().values().stream().filter(PlainTableReader::isProse).forEach(c -> prose.add(c.number()));
        return prose;
    }

    private static boolean isProse(Column column) {
        return column.type() == ColumnType.TEXT && !column.name().equals(CitationColumns.SOURCE);
    }

    private void readRow(
            int row, SortedMap<Integer, Cell> cells, CitationColumns citations, Set<String> ids, List<PlainRow> rows) {
        int idColumn = head.numbers().getOrDefault("id", 1);
        if (isGlued(cells)) {
            problems.at(
                    cells.values().iterator().next(),
                    "ID_MISSING",
                    Advice.of(
                            "une ligne sans identifiant ni source, qui n’est pas une ligne de la liste",
                            "a row without id and source, which is no row of the list",
                            "une remarque ou un total, à mettre sur la feuille Notes.",
                            "a remark or a total that belongs to the Notes sheet."));
            return;
        }
        Map<String, Object> values = new HashMap<>();
        for (Cell cell : cells.values()) {
            Column column = head.columns().get(cell.column());
            if (column == null && !head.ignored().contains(cell.column())) {
                problems.at(
                        cell,
                        "CELL_OUTSIDE",
                        Advice.of(
                                "une valeur dans une colonne sans nom",
                                "a value stands in a column without a name",
                                "la mettre sur la feuille Notes.",
                                "move it to the Notes sheet."));
            } else if (column != null && (isProse(column) ? !cell.formula() : problems.plainCell(cell))) {
                readCell(cell, column, values);
            }
        }
        String id = String.valueOf(values.getOrDefault("id", ""));
        if (id.isEmpty()) {
            problems.at(
                    row,
                    idColumn,
                    "ID_MISSING",
                    new Sentence("ligne sans identifiant", "row without an id"),
                    new Sentence(
                            "Peut-être l’identifiant a-t-il été effacé ; sinon, une remarque à mettre sur la feuille Notes.",
                            "Maybe the id was deleted; or a remark that belongs to the Notes sheet."));
        } else if (!ids.add(id)) {
            problems.at(row, idColumn, "ID_TWICE", RuleTableReader.twice(id), RuleTableReader.COPIED);
        }
        Citation citation = citations.read(row);
        citation.from().ifPresent(day -> values.put(CitationColumns.FROM, day));
        citation.to().ifPresent(day -> values.put(CitationColumns.TO, day));
        rows.add(new PlainRow(
                id,
                name,
                file + "!" + sheet.name() + "!" + Cell.address(row, idColumn),
                row,
                Map.copyOf(values),
                head.numbers(),
                citation));
    }

    private boolean isGlued(SortedMap<Integer, Cell> cells) {
        return head.numbers().containsKey(CitationColumns.SOURCE)
                && head.numbers().containsKey("id")
                && head.numbers().containsKey(CitationColumns.FROM)
                && !cells.containsKey(head.numbers().get("id"))
                && !cells.containsKey(head.numbers().get(CitationColumns.SOURCE))
                && !cells.containsKey(head.numbers().get(CitationColumns.FROM));
    }

    private void readCell(Cell cell, Column column, Map<String, Object> values) {
        if (CitationColumns.NAMES.contains(column.name())) {
            return;
        }
        List<String> offered = sheet.offered(cell.row(), cell.column());
        boolean code =
                column.type() == ColumnType.ID || column.type() == ColumnType.CODE || column.type() == ColumnType.CODES;
        boolean rate = column.type() == ColumnType.RATE;
        if (code
                ? !problems.isText(cell, column.header(), () -> offered.isEmpty() ? others(cell) : offered)
                : !rate && !problems.isNoPercentage(cell, column.header())) {
            return;
        }
        try {
            values.put(column.name(), column.type().read(cell));
            if (rate) {
                plausible(cell, column, (BigDecimal) values.get(column.name()));
            }
        } catch (IllegalArgumentException e) {
            problems.at(cell, "CELL_VALUE", column.header(), CellAdvice.of(cell, column.type(), offered));
        }
    }

    /** Texts of the same column. */
    private List<String> others(Cell cell) {
        return sheet.rows().tailMap(DATA).values().stream()
                .map(row -> row.get(cell.column()))
                .filter(c -> c != null && c.kind() == Cell.Kind.TEXT)
                .map(Cell::text)
                .toList();
    }

    private void plausible(Cell cell, Column column, BigDecimal rate) {
        if (rate.abs().compareTo(LARGE_RATE) >= 0) {
            String meant = rate.movePointLeft(2).toPlainString();
            String percent = rate.movePointRight(2).toPlainString();
            problems.at(
                    cell,
                    Severity.WARNING,
                    "RATE_LARGE",
                    column.header(),
                    Advice.meant(
                            "un taux qui vaudrait " + percent + " %", "a rate that would be " + percent + " %", meant));
        } else if (cell.kind() == Cell.Kind.PERCENT) {
            problems.at(
                    cell,
                    Severity.WARNING,
                    "PERCENT_CELL",
                    column.header(),
                    Advice.of(
                            "un taux au format Pourcentage, là où les taux s’écrivent 0.20",
                            "a rate formatted as a percentage, where rates are written 0.20",
                            cell.text() + " au format Texte ou Standard.",
                            cell.text() + " in the format Text or General."));
        }
    }
}
