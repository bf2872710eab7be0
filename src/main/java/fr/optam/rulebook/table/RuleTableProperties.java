package fr.optam.rulebook.table;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The rows above a rule table: its stage, the fact it looks at, and nothing that could run. */
final class RuleTableProperties {
    private static final String FACTS = "fr.optam.fact.flat.";
    private static final String VARIABLES = "fr.optam.decision.Conclusions out";
    private static final String TABLE = "RuleTable";
    private static final int LABEL = 1;
    private static final int VALUE = 2;
    private static final int FIRST_ROWS = 40;

    private final Sheet sheet;
    private final SheetProblems problems;
    private final int tableRow;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> imported = new HashSet<>();

    RuleTableProperties(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
        this.tableRow = findTable();
    }

    private int findTable() {
        for (int row = 1; row <= Math.min(FIRST_ROWS, sheet.lastRow()); row++) {
            String text = sheet.text(row, LABEL);
            if (text.startsWith(TABLE)) {
                require(
                        row,
                        LABEL,
                        text.matches("RuleTable [A-Za-z0-9_-]{1,60}"),
                        "RULE_TABLE_NAME",
                        "«" + text + "» names no table",
                        "Maybe RuleTable droits.");
                nothingBeside(row, LABEL);
                return row;
            }
        }
        problems.at(
                1,
                1,
                "NO_RULE_TABLE",
                "no cell RuleTable in column A of the first sheet",
                "Maybe the table stands on another sheet.");
        return 0;
    }

    /** Row of the cell RuleTable; 0 if there is none. */
    int tableRow() {
        return tableRow;
    }

    /** Stage named by RuleSet. */
    Optional<Stage> stage() {
        Optional<Stage> stage = Optional.empty();
        for (int row = 1; row < tableRow; row++) {
            String key = sheet.text(row, LABEL);
            String value = sheet.text(row, VALUE);
            nothingBeside(row, VALUE);
            require(
                    row,
                    LABEL,
                    key.isEmpty() || key.equals("Import") || seen.add(key),
                    "PROPERTY",
                    "property «" + key + "» stands twice",
                    "Maybe delete one of them.");
            switch (key) {
                case "RuleSet" -> stage = stageOf(row, value);
                case "Import" -> readImport(row, value);
                case "Variables" ->
                    require(
                            row,
                            VALUE,
                            value.equals(VARIABLES),
                            "VARIABLES",
                            "variables «" + value + "» are unknown to rules",
                            "Maybe " + VARIABLES + ".");
                case "IgnoreNumericFormat" ->
                    require(
                            row,
                            VALUE,
                            value.equals("true"),
                            "PROPERTY",
                            "IgnoreNumericFormat must be true",
                            "Maybe 70 % would be read as it is shown.");
                case "" ->
                    require(
                            row,
                            VALUE,
                            value.isEmpty(),
                            "PROPERTY",
                            "a property without a name",
                            "Maybe column A lost its cell.");
                default ->
                    problems.at(
                            row,
                            LABEL,
                            "PROPERTY",
                            "property «" + SheetProblems.visible(key) + "» is not allowed",
                            "Maybe one of RuleSet, Import, Variables, IgnoreNumericFormat.");
            }
        }
        if (stage.isEmpty() && tableRow > 0 && !seen.contains("RuleSet")) {
            problems.at(1, 1, "NO_RULE_SET", "no RuleSet that names a phase", "Maybe one of " + Stage.phases() + ".");
        }
        if (tableRow > 0 && !seen.contains("IgnoreNumericFormat")) {
            problems.at(1, 1, "PROPERTY", "no IgnoreNumericFormat", "Maybe add a row IgnoreNumericFormat, true.");
        }
        return stage;
    }

    private Optional<Stage> stageOf(int row, String value) {
        Optional<Stage> stage = Stage.of(value);
        require(
                row,
                VALUE,
                stage.isPresent(),
                "RULE_SET",
                "RuleSet «" + value + "» is no phase",
                "Maybe one of " + Stage.phases() + ".");
        return stage;
    }

    private void readImport(int row, String value) {
        for (String name : value.split(",")) {
            String bare = name.strip();
            boolean fact = bare.startsWith(FACTS)
                    && Kind.of(bare.substring(FACTS.length())).isPresent();
            require(
                    row,
                    VALUE,
                    fact,
                    "IMPORT",
                    "import «" + bare + "» is not allowed",
                    "Maybe fr.optam.fact.flat.Letter.");
            imported.add(bare);
        }
    }

    /** Whether the class of a kind of fact is imported, as standard tables must. */
    boolean imports(Kind kind) {
        return imported.contains(FACTS + kind.label());
    }

    private void nothingBeside(int row, int column) {
        for (Cell cell : sheet.rows()
                .getOrDefault(row, new java.util.TreeMap<>())
                .tailMap(column + 1)
                .values()) {
            problems.at(cell, "PROPERTY", "a cell beside a property would be lost", "Maybe delete it.");
        }
    }

    private void require(int row, int column, boolean holds, String code, String message, String hint) {
        if (!holds) {
            problems.at(row, column, code, message, hint);
        }
    }
}
