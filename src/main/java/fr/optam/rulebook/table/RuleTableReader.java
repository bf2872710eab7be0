package fr.optam.rulebook.table;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Grammar;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads a standard Drools RuleTable into the typed model. What Drools would drop without a word is a mistake here: an
 * unknown keyword or property, a blank row, a row without condition or outcome, a cell outside the columns.
 */
public final class RuleTableReader {
    private final String name;
    private final String file;
    private final Sheet sheet;
    private final SheetProblems problems;
    private final RuleTableHead head;

    private RuleTableReader(String name, String file, Sheet sheet, List<RulebookProblem> problems) {
        this.name = name;
        this.file = file;
        this.sheet = sheet;
        this.problems = new SheetProblems(file, sheet.name(), problems);
        this.head = new RuleTableHead(sheet, this.problems);
    }

    /**
     * Reads the first sheet of a workbook.
     *
     * @param problems takes every mistake, with its cell
     * @return the table, or nothing if its head can't be read
     */
    public static Optional<RuleTable> read(String name, String file, Sheet sheet, List<RulebookProblem> problems) {
        return new RuleTableReader(name, file, sheet, problems).read();
    }

    private Optional<RuleTable> read() {
        Optional<Stage> stage = head.stage();
        Optional<Kind> kind = head.kind();
        if (stage.isEmpty() || kind.isEmpty() || !head.readColumns()) {
            return Optional.empty();
        }
        SheetShape shape = new SheetShape(sheet, problems);
        shape.check(head.headerRow(), head.patternRange(), prose());
        CitationColumns citations = new CitationColumns(sheet, problems, head.citations());
        List<RuleRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int row : shape.dataRows(head.headerRow() + 1)) {
            readRow(row, sheet.rows().get(row), citations, ids, rows);
        }
        return Optional.of(new RuleTable(
                name, file, sheet.name(), stage.get(), kind.get(), head.conditions(), head.actions(), rows));
    }

    /** Columns that hold words for people. */
    private Set<Integer> prose() {
        Set<Integer> prose = new HashSet<>();
        for (String each : List.of(CitationColumns.ARTICLE, CitationColumns.NOTE)) {
            if (head.citations().containsKey(each)) {
                prose.add(head.citations().get(each));
            }
        }
        return prose;
    }

    private void readRow(
            int row, SortedMap<Integer, Cell> cells, CitationColumns citations, Set<String> ids, List<RuleRow> rows) {
        Map<Integer, ConditionColumn> conditionAt = byNumber(head.conditions());
        Map<Integer, ActionColumn> actionAt = new HashMap<>();
        head.actions().forEach(a -> actionAt.put(a.number(), a));
        List<ConditionCell> conditions = new ArrayList<>();
        List<ActionCell> actions = new ArrayList<>();
        boolean tested = false;
        for (Cell cell : cells.values()) {
            if (prose().contains(cell.column()) || !problems.plainCell(cell)) {
                continue;
            }
            if (conditionAt.containsKey(cell.column())) {
                tested |= !head.citations().containsValue(cell.column());
                readCondition(cell, conditionAt.get(cell.column())).ifPresent(conditions::add);
            } else if (actionAt.containsKey(cell.column())) {
                readAction(cell, actionAt.get(cell.column()), actions);
            } else if (cell.column() != head.idColumn() && !head.citations().containsValue(cell.column())) {
                problems.at(
                        cell,
                        "CELL_OUTSIDE",
                        "a value stands in a column without a keyword",
                        "Maybe move it to the Notes sheet.");
            }
        }
        RowRanges.check(
                conditions.stream()
                        .filter(c -> !head.citations().containsValue(c.column().number()))
                        .toList(),
                problems);
        String id = sheet.text(row, head.idColumn());
        checkId(row, id, ids);
        if (!tested && head.conditions().size() > 2) {
            problems.at(
                    row,
                    head.idColumn(),
                    "NO_CONDITION",
                    "row " + id + " has no condition and would always apply",
                    "Maybe write ANY where every value is meant.");
        }
        if (actions.isEmpty()) {
            problems.at(row, head.idColumn(), "NO_OUTCOME", "row " + id + " has no outcome", "Maybe delete the row.");
        }
        rows.add(new RuleRow(
                id,
                row,
                file + "!" + sheet.name() + "!" + Cell.address(row, head.idColumn()),
                conditions,
                actions,
                citations.read(row)));
    }

    private static Map<Integer, ConditionColumn> byNumber(List<ConditionColumn> columns) {
        Map<Integer, ConditionColumn> byNumber = new HashMap<>();
        columns.forEach(c -> byNumber.put(c.number(), c));
        return byNumber;
    }

    private Optional<ConditionCell> readCondition(Cell cell, ConditionColumn column) {
        boolean codes = column.test() == Test.AMONG;
        if (codes ? !problems.isText(cell, column.header()) : !problems.isNoPercentage(cell, column.header())) {
            return Optional.empty();
        }
        if (codes && cell.text().equals(Test.ANY)) {
            return Optional.empty();
        }
        try {
            if (codes && !Grammar.isCodes(cell.text())) {
                throw new IllegalArgumentException("expected a code, or codes separated by ;");
            }
            return Optional.of(new ConditionCell(
                    column, cell.address(), cell.text(), column.test().operand(cell.text())));
        } catch (IllegalArgumentException e) {
            problems.at(cell, "CELL_VALUE", "column «" + column.header() + "»: " + e.getMessage(), hint(cell));
            return Optional.empty();
        }
    }

    private static String hint(Cell cell) {
        boolean comma = cell.text().length() < 20 && cell.text().matches("[+-]?[0-9]+,[0-9]+");
        return comma
                ? "Maybe " + cell.text().replace(',', '.') + ": decimals are written with a point."
                : "Maybe leave the cell empty if any value is meant.";
    }

    private void readAction(Cell cell, ActionColumn column, List<ActionCell> actions) {
        if (column.computed()
                ? !problems.isNoPercentage(cell, column.header())
                : !problems.isText(cell, column.header())) {
            return;
        }
        if (column.computed()
                ? !Grammar.isDecimal(cell.text()) || cell.text().startsWith("+")
                : !Grammar.isCode(cell.text())) {
            problems.at(
                    cell,
                    "CELL_VALUE",
                    "column «" + column.header() + "»: expected " + (column.computed() ? "a number" : "a code"),
                    column.computed() ? hint(cell) : "Maybe a code without spaces and accents.");
            return;
        }
        actions.add(new ActionCell(column, cell.address(), cell.text()));
    }

    private void checkId(int row, String id, Set<String> ids) {
        if (!Grammar.isId(id)) {
            problems.at(
                    row,
                    head.idColumn(),
                    "ID_GRAMMAR",
                    "id «" + SheetProblems.visible(id) + "» is none",
                    "Maybe in the form ELIG-ACO-010.");
        } else if (!ids.add(id)) {
            problems.at(
                    row,
                    head.idColumn(),
                    "ID_TWICE",
                    "id " + id + " stands twice in this table",
                    "Maybe it was copied with its row.");
        }
    }
}
