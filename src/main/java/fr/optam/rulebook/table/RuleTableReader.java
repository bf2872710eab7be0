package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
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
    static final Sentence COPIED =
            new Sentence("Peut-être a-t-il été copié avec sa ligne.", "Maybe it was copied with its row.");

    private final String name;
    private final String file;
    private final Sheet sheet;
    private final SheetProblems problems;
    private final RuleTableHead head;
    private final Map<Integer, ConditionColumn> conditionAt = new HashMap<>();
    private final Map<Integer, ActionColumn> actionAt = new HashMap<>();
    private BoundKinds bounds;

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
        if (!head.readColumns()) {
            return Optional.empty();
        }
        head.conditions().forEach(c -> conditionAt.put(c.number(), c));
        head.actions().forEach(a -> actionAt.put(a.number(), a));
        SheetShape shape = new SheetShape(sheet, problems);
        shape.check(head.headerRow(), head.patternRange(), prose());
        CitationColumns citations = new CitationColumns(sheet, problems, head.citations());
        citations.headers(head.headerRow());
        List<Integer> ruled = new ArrayList<>(conditionAt.keySet());
        ruled.addAll(actionAt.keySet());
        HeaderRow.check(sheet, problems, head.headerRow(), ruled, head.keyed());
        List<RuleRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<Integer> numbers = shape.dataRows(head.headerRow() + 1, r -> isGlued(sheet.text(r, head.idColumn()), r));
        bounds = new BoundKinds(sheet, head.conditions(), numbers);
        for (int row : numbers) {
            readRow(row, sheet.rows().get(row), citations, ids).ifPresent(rows::add);
        }
        return stage.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleTable(
                        name, file, sheet.name(), stage.get(), kind.get(), head.conditions(), head.actions(), rows));
    }

    /** Columns that hold words for people. */
    private Set<Integer> prose() {
        Set<Integer> prose = new HashSet<>(head.ignored());
        for (String each : List.of(CitationColumns.ARTICLE, CitationColumns.NOTE)) {
            if (head.citations().containsKey(each)) {
                prose.add(head.citations().get(each));
            }
        }
        return prose;
    }

    private Optional<RuleRow> readRow(
            int row, SortedMap<Integer, Cell> cells, CitationColumns citations, Set<String> ids) {
        String id = sheet.text(row, head.idColumn());
        if (isGlued(id, row)) {
            problems.at(
                    cells.values().iterator().next(),
                    "ID_GRAMMAR",
                    Advice.of(
                            "une ligne sans source ni validité, qui n’est pas une règle",
                            "a row without source and validity, which is no rule",
                            "une remarque, un total ou une seconde table, à mettre sur la feuille Notes ou dans un autre classeur.",
                            "a remark, a total or a second table that belongs to the Notes sheet or to another workbook."));
            return Optional.empty();
        }
        List<ConditionCell> conditions = new ArrayList<>();
        List<ActionCell> actions = new ArrayList<>();
        boolean tested = false;
        int stated = 0;
        for (Cell cell : cells.values()) {
            boolean citation = head.citations().containsValue(cell.column());
            tested |= conditionAt.containsKey(cell.column()) && !citation;
            stated += actionAt.containsKey(cell.column()) ? 1 : 0;
            if (!prose().contains(cell.column()) && problems.plainCell(cell)) {
                readCell(cell, conditions, actions);
            }
        }
        RowRanges.check(
                conditions.stream()
                        .filter(c -> !head.citations().containsValue(c.column().number()))
                        .toList(),
                problems);
        checkId(row, id, ids);
        boolean anyIgnored = !head.ignored().isEmpty();
        if (!tested && head.conditions().size() > 2 && !anyIgnored) {
            unconditional(row, id);
        }
        if (stated == 0 && !anyIgnored) {
            problems.at(
                    row,
                    head.actions().get(0).number(),
                    "NO_OUTCOME",
                    new Sentence("la ligne " + id + " n’énonce rien", "row " + id + " has no outcome"),
                    new Sentence(
                            "Peut-être supprimer la ligne, ou remplir cette cellule.",
                            "Maybe delete the row, or fill this cell."));
        }
        return Optional.of(new RuleRow(
                id,
                row,
                file + "!" + sheet.name() + "!" + Cell.address(row, head.idColumn()),
                conditions,
                actions,
                citations.read(row)));
    }

    private void unconditional(int row, String id) {
        int first = head.conditions().stream()
                .map(ConditionColumn::number)
                .filter(c -> !head.citations().containsValue(c))
                .findFirst()
                .orElse(head.idColumn());
        problems.at(
                row,
                first,
                "NO_CONDITION",
                new Sentence(
                        "la ligne " + id + " n’a aucune condition et s’appliquerait toujours",
                        "row " + id + " has no condition and would always apply"),
                new Sentence(
                        "Peut-être écrire ANY là où toute valeur convient.",
                        "Maybe write ANY where every value is meant."));
    }

    /** Neither an id nor what a rule must say of itself. */
    private boolean isGlued(String id, int row) {
        Integer source = head.citations().get(CitationColumns.SOURCE);
        Integer from = head.citations().get(CitationColumns.FROM);
        return !Grammar.isId(id)
                && source != null
                && from != null
                && sheet.text(row, source).isBlank()
                && sheet.text(row, from).isBlank();
    }

    private void readCell(Cell cell, List<ConditionCell> conditions, List<ActionCell> actions) {
        int column = cell.column();
        if (conditionAt.containsKey(column)) {
            readCondition(cell, conditionAt.get(column)).ifPresent(conditions::add);
        } else if (actionAt.containsKey(column)) {
            readAction(cell, actionAt.get(column), actions);
        } else if (column != head.idColumn()
                && !head.citations().containsValue(column)
                && !head.ignored().contains(column)) {
            problems.at(
                    cell,
                    "CELL_OUTSIDE",
                    Advice.of(
                            "une valeur dans une colonne sans mot-clé",
                            "a value stands in a column without a keyword",
                            "la mettre sur la feuille Notes.",
                            "move it to the Notes sheet."));
        }
    }

    private Optional<ConditionCell> readCondition(Cell cell, ConditionColumn column) {
        List<String> offered = sheet.offered(cell.row(), cell.column());
        boolean codes = column.test() == Test.AMONG;
        if (codes && cell.text().equals(Test.ANY)) {
            return Optional.empty();
        }
        if (codes
                ? !problems.isText(cell, column.header(), () -> offered)
                : !problems.isNoPercentage(cell, column.header())) {
            return Optional.empty();
        }
        try {
            if (codes && !Grammar.isCodes(cell.text())) {
                throw new IllegalArgumentException(cell.text());
            }
            Object operand = column.test().operand(cell.text());
            if (bounds.suits(column, operand)) {
                return Optional.of(new ConditionCell(column, cell.address(), cell.text(), operand));
            }
        } catch (IllegalArgumentException e) {
            // told below, with the cell's own cause
        }
        problems.at(
                cell,
                "CELL_VALUE",
                column.header(),
                CellAdvice.of(cell, column.test(), offered, bounds.others(column)));
        return Optional.empty();
    }

    private void readAction(Cell cell, ActionColumn column, List<ActionCell> actions) {
        List<String> offered = sheet.offered(cell.row(), cell.column());
        if (column.computed()
                ? !problems.isNoPercentage(cell, column.header())
                : !problems.isText(cell, column.header(), () -> offered)) {
            return;
        }
        if (column.computed()
                ? !Grammar.isDecimal(cell.text()) || cell.text().startsWith("+")
                : !Grammar.isCode(cell.text())) {
            problems.at(
                    cell,
                    "CELL_VALUE",
                    column.header(),
                    column.computed() ? NumberAdvice.of(cell, false) : CodeAdvice.of(cell, offered));
            return;
        }
        actions.add(new ActionCell(column, cell.address(), cell.text()));
    }

    private void checkId(int row, String id, Set<String> ids) {
        if (!Grammar.isId(id)) {
            Sentence shown = new Sentence(
                    id.isEmpty()
                            ? "ligne sans identifiant"
                            : "«" + SheetProblems.visible(id) + "» n’est pas un identifiant de règle",
                    id.isEmpty() ? "row without an id" : "id «" + SheetProblems.visible(id) + "» is none");
            problems.at(
                    row, head.idColumn(), "ID_GRAMMAR", shown, CellAdvice.id().hint());
        } else if (!ids.add(id)) {
            problems.at(row, head.idColumn(), "ID_TWICE", twice(id), COPIED);
        }
    }

    static Sentence twice(String id) {
        return new Sentence(
                "l’identifiant " + id + " figure deux fois dans cette table",
                "id " + id + " stands twice in this table");
    }
}
