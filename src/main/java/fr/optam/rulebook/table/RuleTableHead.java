package fr.optam.rulebook.table;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The technical rows of a rule table: its package, its pattern, and what each column does. */
final class RuleTableHead {
    /** What every sheet may import. */
    static final String FACTS = "fr.optam.fact.flat.";

    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\(\"(\\w+)\", \"?\\$param\"?\\)");
    private static final Pattern ACTION = Pattern.compile("out\\.(set|let)\\(\\$f, \"(\\w+)\", \"\\$param\"\\);");
    private static final Pattern METADATA = Pattern.compile("(source|article|confidence|note)\\(\"\\$param\"\\)");
    private static final Pattern PATTERN = Pattern.compile("\\$f : (\\w+)");
    private static final String VARIABLES = "fr.optam.decision.Conclusions out";
    private static final int LABEL = 1;
    private static final int FIRST_ROWS = 40;

    private final Sheet sheet;
    private final SheetProblems problems;
    private final List<ConditionColumn> conditions = new ArrayList<>();
    private final List<ActionColumn> actions = new ArrayList<>();
    private final Map<String, Integer> citations = new HashMap<>();
    private int tableRow;
    private int idColumn;

    RuleTableHead(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
        findTable();
    }

    private void findTable() {
        for (int row = 1; row <= Math.min(FIRST_ROWS, sheet.lastRow()); row++) {
            if (sheet.text(row, LABEL).startsWith("RuleTable")) {
                tableRow = row;
                return;
            }
        }
        problems.at(1, 1, "NO_RULE_TABLE", "no cell RuleTable in column A of the first sheet", "Maybe the table stands on another sheet.");
    }

    /** Stage named by RuleSet. */
    Optional<Stage> stage() {
        Optional<Stage> stage = Optional.empty();
        for (int row = 1; row < tableRow; row++) {
            String key = sheet.text(row, LABEL);
            String value = sheet.text(row, LABEL + 1);
            switch (key) {
                case "RuleSet" -> stage = stageOf(row, value);
                case "Import" -> requireImport(row, value);
                case "Variables" -> require(row, value.equals(VARIABLES), "VARIABLES", "only " + VARIABLES + " is known to rules");
                case "IgnoreNumericFormat" -> require(row, value.equals("true"), "PROPERTY", "IgnoreNumericFormat must be true");
                case "" -> require(row, value.isEmpty(), "PROPERTY", "a property without a name");
                default -> problems.at(row, LABEL, "PROPERTY", "property «" + key + "» is not allowed", "Maybe one of RuleSet, Import, Variables, IgnoreNumericFormat.");
            }
        }
        if (stage.isEmpty() && tableRow > 0) {
            problems.at(1, 1, "NO_RULE_SET", "no RuleSet that names a phase", "Maybe one of " + Stage.phases() + ".");
        }
        return stage;
    }

    private Optional<Stage> stageOf(int row, String value) {
        Optional<Stage> stage = Stage.of(value);
        require(row, stage.isPresent(), "RULE_SET", "RuleSet «" + value + "» is no phase");
        return stage;
    }

    private void requireImport(int row, String value) {
        for (String name : value.split(",")) {
            String bare = name.strip();
            boolean fact = bare.startsWith(FACTS) && Kind.of(bare.substring(FACTS.length())).isPresent();
            require(row, fact, "IMPORT", "import «" + bare + "» is not allowed");
        }
    }

    private void require(int row, boolean holds, String code, String message) {
        if (!holds) {
            problems.at(row, LABEL + 1, code, message, "");
        }
    }

    /** Kind of fact named by the pattern. */
    Optional<Kind> kind() {
        Optional<Kind> kind = Optional.empty();
        for (Cell cell : row(tableRow + 2).values()) {
            Matcher matcher = PATTERN.matcher(cell.text());
            Optional<Kind> named = matcher.matches() ? Kind.of(matcher.group(1)) : Optional.empty();
            if (named.isEmpty()) {
                problems.at(cell, "PATTERN", "the pattern row holds $f : and a kind of fact", "Maybe one of " + Arrays.stream(Kind.values()).map(Kind::label).toList() + ".");
            } else if (kind.isPresent()) {
                problems.at(cell, "PATTERN_TWICE", "a second pattern would join every fact with every other", "Maybe merge the pattern over all condition columns.");
            }
            kind = kind.or(() -> named);
        }
        if (kind.isEmpty() && tableRow > 0) {
            problems.at(tableRow + 2, 1, "PATTERN", "no pattern above the conditions", "Maybe $f : Letter.");
        }
        return kind;
    }

    private Map<Integer, Cell> row(int number) {
        return sheet.rows().getOrDefault(number, new java.util.TreeMap<>());
    }

    /** Reads keywords, snippets and headers; false if no row can be read with them. */
    boolean readColumns() {
        Set<String> citationFields = new HashSet<>();
        for (Cell keyword : row(tableRow + 1).values()) {
            int column = keyword.column();
            String snippet = sheet.text(tableRow + 3, column);
            switch (keyword.text()) {
                case "NAME" -> idColumn = column;
                case "CONDITION" -> condition(column, snippet, citationFields);
                case "ACTION" -> action(column, snippet);
                case "METADATA" -> metadata(column, snippet);
                default -> problems.at(keyword, "KEYWORD", "unknown column keyword", "Maybe one of NAME, CONDITION, ACTION, METADATA: Drools would guess by the first letter.");
            }
        }
        for (Cell snippet : row(tableRow + 3).values()) {
            if (sheet.text(tableRow + 1, snippet.column()).isEmpty()) {
                problems.at(snippet, "KEYWORD_MISSING", "a column without a keyword above it", "");
            }
        }
        if (idColumn == 0) {
            problems.at(tableRow + 1, 1, "NAME_MISSING", "no NAME column", "Maybe the column Id lost its keyword.");
        }
        return idColumn > 0 && !conditions.isEmpty() && !actions.isEmpty();
    }

    private void condition(int column, String snippet, Set<String> seen) {
        Matcher matcher = CONDITION.matcher(snippet);
        Optional<Test> test = matcher.matches() ? test(matcher.group(1)) : Optional.empty();
        if (test.isEmpty()) {
            problems.at(tableRow + 3, column, "SNIPPET", "condition «" + snippet + "» is none that a table may make", "Maybe among(\"letter\", \"$param\").");
            return;
        }
        String header = sheet.text(tableRow + 4, column);
        conditions.add(new ConditionColumn(column, header, matcher.group(2), test.get()));
        if (header.equals("Début")) {
            citations.put(CitationColumns.FROM, column);
        } else if (header.equals("Fin")) {
            citations.put(CitationColumns.TO, column);
        }
        if (!seen.add(snippet)) {
            problems.at(tableRow + 3, column, "SNIPPET_TWICE", "two columns make the same test", "");
        }
    }

    private static Optional<Test> test(String word) {
        String name = word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Arrays.stream(Test.values()).filter(t -> t.name().equals(name)).findFirst();
    }

    private void action(int column, String snippet) {
        Matcher matcher = ACTION.matcher(snippet);
        if (!matcher.matches()) {
            problems.at(tableRow + 3, column, "SNIPPET", "outcome «" + snippet + "» is none that a table may state", "Maybe out.set($f, \"verdict\", \"$param\");");
            return;
        }
        actions.add(new ActionColumn(column, sheet.text(tableRow + 4, column), matcher.group(2), matcher.group(1).equals("let")));
    }

    private void metadata(int column, String snippet) {
        Matcher matcher = METADATA.matcher(snippet);
        if (!matcher.matches()) {
            problems.at(tableRow + 3, column, "SNIPPET", "metadata «" + snippet + "» is unknown", "Maybe source(\"$param\").");
        } else if (citations.put(matcher.group(1), column) != null) {
            problems.at(tableRow + 3, column, "SNIPPET_TWICE", "two columns hold the " + matcher.group(1), "");
        }
    }

    List<ConditionColumn> conditions() {
        return List.copyOf(conditions);
    }

    List<ActionColumn> actions() {
        return List.copyOf(actions);
    }

    /** Columns of source, article, confidence, note and of both ends of the validity. */
    Map<String, Integer> citations() {
        return Map.copyOf(citations);
    }

    int idColumn() {
        return idColumn;
    }

    int firstDataRow() {
        return tableRow + 5;
    }
}
