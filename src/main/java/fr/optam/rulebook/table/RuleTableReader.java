package fr.optam.rulebook.table;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
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
import java.util.TreeMap;

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
        CitationColumns citations = new CitationColumns(sheet, problems, head.citations());
        List<RuleRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int row = head.firstDataRow(); row <= sheet.lastRow(); row++) {
            SortedMap<Integer, Cell> cells = sheet.rows().getOrDefault(row, new TreeMap<>());
            if (cells.isEmpty()) {
                problems.at(row, 1, "BLANK_ROW", "blank row inside the table", "Maybe delete the row: Drools would lose every row below it.");
            } else {
                readRow(row, cells, citations, ids, rows);
            }
        }
        return Optional.of(new RuleTable(name, file, sheet.name(), stage.get(), kind.get(), head.conditions(), head.actions(), rows));
    }

    private void readRow(int row, SortedMap<Integer, Cell> cells, CitationColumns citations, Set<String> ids, List<RuleRow> rows) {
        Map<Integer, ConditionColumn> conditionAt = byNumber(head.conditions());
        Map<Integer, ActionColumn> actionAt = new HashMap<>();
        head.actions().forEach(a -> actionAt.put(a.number(), a));
        List<ConditionCell> conditions = new ArrayList<>();
        List<ActionCell> actions = new ArrayList<>();
        for (Cell cell : cells.values()) {
            if (head.citations().containsValue(cell.column()) && !conditionAt.containsKey(cell.column())) {
                continue;
            }
            if (!problems.plainCell(cell)) {
                continue;
            }
            if (conditionAt.containsKey(cell.column())) {
                readCondition(cell, conditionAt.get(cell.column())).ifPresent(conditions::add);
            } else if (actionAt.containsKey(cell.column())) {
                readAction(cell, actionAt.get(cell.column()), actions);
            } else if (cell.column() != head.idColumn()) {
                problems.at(cell, "CELL_OUTSIDE", "a value stands in a column without a keyword", "Maybe move it to the Notes sheet.");
            }
        }
        String id = sheet.text(row, head.idColumn());
        checkRow(row, id, conditions, actions, ids);
        rows.add(new RuleRow(id, row, file + "!" + sheet.name() + "!" + Cell.address(row, head.idColumn()), conditions, actions, citations.read(row)));
    }

    private static Map<Integer, ConditionColumn> byNumber(List<ConditionColumn> columns) {
        Map<Integer, ConditionColumn> byNumber = new HashMap<>();
        columns.forEach(c -> byNumber.put(c.number(), c));
        return byNumber;
    }

    private Optional<ConditionCell> readCondition(Cell cell, ConditionColumn column) {
        if (cell.text().equals(Test.ANY)) {
            return Optional.empty();
        }
        try {
            if (column.test() == Test.AMONG && !cell.text().matches("[A-Za-z0-9_:-]+( ?[;,] ?[A-Za-z0-9_:-]+)*")) {
                throw new IllegalArgumentException("expected a code, or codes separated by ;");
            }
            return Optional.of(new ConditionCell(column, cell.address(), cell.text(), column.test().operand(cell.text())));
        } catch (IllegalArgumentException e) {
            problems.at(cell, "CELL_VALUE", "column «" + column.header() + "»: " + e.getMessage(), cell.text().matches("[0-9]+,[0-9]+") ? "Maybe " + cell.text().replace(',', '.') + ": decimals are written with a point." : "");
            return Optional.empty();
        }
    }

    private void readAction(Cell cell, ActionColumn column, List<ActionCell> actions) {
        String pattern = column.computed() ? "[+-]?[0-9]{1,12}(\\.[0-9]{1,6})?" : "[A-Za-z0-9_.:-]+";
        if (!cell.text().matches(pattern)) {
            problems.at(cell, "CELL_VALUE", "column «" + column.header() + "»: expected " + (column.computed() ? "a number" : "a code"), "");
            return;
        }
        actions.add(new ActionCell(column, cell.address(), cell.text()));
    }

    private void checkRow(int row, String id, List<ConditionCell> conditions, List<ActionCell> actions, Set<String> ids) {
        if (!id.matches("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")) {
            problems.at(row, head.idColumn(), "ID_GRAMMAR", "id «" + id + "» is none", "Maybe in the form ELIG-ACO-010.");
        } else if (!ids.add(id)) {
            problems.at(row, head.idColumn(), "ID_TWICE", "id " + id + " stands twice in this table", "Maybe it was copied with its row.");
        }
        boolean tested = conditions.stream().anyMatch(c -> !head.citations().containsValue(c.column().number()));
        boolean tests = head.conditions().stream().anyMatch(c -> !head.citations().containsValue(c.number()));
        if (!tested && tests && conditions.isEmpty()) {
            problems.at(row, head.idColumn(), "NO_CONDITION", "row " + id + " has no condition and would always apply", "");
        }
        if (actions.isEmpty()) {
            problems.at(row, head.idColumn(), "NO_OUTCOME", "row " + id + " has no outcome", "");
        }
    }
}
