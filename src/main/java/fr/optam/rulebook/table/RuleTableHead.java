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

/** The technical rows of a rule table: its stage, its pattern, and what each column does. */
final class RuleTableHead {
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\(\"(\\w+)\", (?:\"\\$param\"|\\$param)\\)");
    private static final Pattern ACTION = Pattern.compile("out\\.(set|let)\\(\\$f, \"(\\w+)\", \"\\$param\"\\);");
    private static final Pattern METADATA = Pattern.compile("(source|article|confidence|note)\\(\"\\$param\"\\)");
    private static final Pattern PATTERN = Pattern.compile("\\$f : (\\w+)");
    private static final int KEYWORDS = 1;
    private static final int PATTERNS = 2;
    private static final int SNIPPETS = 3;
    private static final int HEADERS = 4;

    private final Sheet sheet;
    private final SheetProblems problems;
    private final RuleTableProperties properties;
    private final int tableRow;
    private final List<ConditionColumn> conditions = new ArrayList<>();
    private final List<ActionColumn> actions = new ArrayList<>();
    private final Map<String, Integer> citations = new HashMap<>();
    private int idColumn;

    RuleTableHead(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
        this.properties = new RuleTableProperties(sheet, problems);
        this.tableRow = properties.tableRow();
    }

    /** Stage named by RuleSet. */
    Optional<Stage> stage() {
        return properties.stage();
    }

    /** Kind of fact named by the pattern. */
    Optional<Kind> kind() {
        Optional<Kind> kind = Optional.empty();
        for (Cell cell : row(PATTERNS).values()) {
            Matcher matcher = PATTERN.matcher(cell.text());
            Optional<Kind> named = matcher.matches() ? Kind.of(matcher.group(1)) : Optional.empty();
            if (kind.isPresent()) {
                problems.at(
                        cell,
                        "PATTERN_TWICE",
                        "a second pattern would join every fact with every other",
                        "Maybe merge the pattern over all condition columns.");
                break;
            }
            if (named.isEmpty()) {
                problems.at(
                        cell,
                        "PATTERN",
                        "the pattern row holds $f : and a kind of fact",
                        "Maybe one of "
                                + Arrays.stream(Kind.values()).map(Kind::label).toList() + ".");
            } else if (!properties.imports(named.get())) {
                problems.at(cell, "IMPORT", "the kind of fact is not imported", "Maybe add it to the row Import.");
            }
            kind = named;
        }
        if (kind.isEmpty() && tableRow > 0) {
            problems.at(tableRow + PATTERNS, 1, "PATTERN", "no pattern above the conditions", "Maybe $f : Letter.");
        }
        return kind;
    }

    private Map<Integer, Cell> row(int offset) {
        return tableRow == 0 ? Map.of() : sheet.rows().getOrDefault(tableRow + offset, new java.util.TreeMap<>());
    }

    /** Reads keywords, snippets and headers; false if no row can be read with them. */
    boolean readColumns() {
        int before = problems.found();
        Set<String> seen = new HashSet<>();
        for (Cell keyword : row(KEYWORDS).values()) {
            int column = keyword.column();
            String snippet = sheet.text(tableRow + SNIPPETS, column);
            switch (keyword.text()) {
                case "NAME" -> name(keyword);
                case "CONDITION" -> condition(column, snippet, seen);
                case "ACTION" -> action(column, snippet, seen);
                case "METADATA" -> metadata(column, snippet);
                default ->
                    problems.at(
                            keyword,
                            "KEYWORD",
                            "unknown column keyword",
                            "Maybe one of NAME, CONDITION, ACTION, METADATA: Drools would guess by the first letter.");
            }
        }
        for (Cell snippet : row(SNIPPETS).values()) {
            if (sheet.text(tableRow + KEYWORDS, snippet.column()).isEmpty()) {
                problems.at(
                        snippet,
                        "KEYWORD_MISSING",
                        "a column without a keyword above it",
                        "Maybe CONDITION, ACTION or METADATA.");
            }
        }
        if (problems.found() == before) {
            complete();
        }
        return problems.found() == before;
    }

    private void complete() {
        if (idColumn == 0) {
            problems.at(
                    tableRow + KEYWORDS, 1, "NAME_MISSING", "no NAME column", "Maybe the column Id lost its keyword.");
            return;
        }
        if (!sheet.text(headerRow(), idColumn).equals("Id")) {
            SheetShape.headerLost(sheet, problems, headerRow(), idColumn);
            return;
        }
        if (conditions.isEmpty() || actions.isEmpty()) {
            problems.at(
                    tableRow + KEYWORDS,
                    1,
                    "COLUMN_MISSING",
                    "a table has conditions and outcomes",
                    "Maybe a column lost its keyword CONDITION or ACTION.");
        }
        for (Map.Entry<String, String> each : Map.of(
                        CitationColumns.FROM,
                        "Début",
                        CitationColumns.TO,
                        "Fin",
                        CitationColumns.SOURCE,
                        "Source",
                        CitationColumns.CONFIDENCE,
                        "Confiance")
                .entrySet()) {
            if (!citations.containsKey(each.getKey())) {
                problems.at(
                        tableRow + HEADERS,
                        1,
                        "COLUMN_MISSING",
                        "no column " + each.getValue(),
                        "Maybe its header or its snippet was changed.");
            }
        }
        if (!conditions.isEmpty() && !sheet.merged().contains(patternRange()) && conditions.size() > 1) {
            problems.at(
                    tableRow + PATTERNS,
                    conditions.get(0).number(),
                    "PATTERN_RANGE",
                    "the pattern does not stand over the conditions " + patternRange(),
                    "Maybe merge these cells, all of them and no other.");
        }
    }

    /** Cells over which the pattern is merged. */
    String patternRange() {
        return conditions.isEmpty()
                ? ""
                : Cell.address(tableRow + PATTERNS, conditions.get(0).number()) + ":"
                        + Cell.address(
                                tableRow + PATTERNS,
                                conditions.get(conditions.size() - 1).number());
    }

    private void name(Cell keyword) {
        if (idColumn > 0) {
            problems.at(keyword, "SNIPPET_TWICE", "two columns of ids", "Maybe METADATA is meant.");
        }
        idColumn = keyword.column();
    }

    private void condition(int column, String snippet, Set<String> seen) {
        Matcher matcher = CONDITION.matcher(snippet);
        Optional<Test> test = matcher.matches() ? test(matcher.group(1)) : Optional.empty();
        if (test.isEmpty()) {
            problems.at(
                    tableRow + SNIPPETS,
                    column,
                    "SNIPPET",
                    "condition «" + SheetProblems.visible(snippet) + "» is none that a table may make",
                    "Maybe among(\"letter\", \"$param\").");
            return;
        }
        String header = sheet.text(tableRow + HEADERS, column);
        conditions.add(new ConditionColumn(column, header, matcher.group(2), test.get()));
        if (header.equals("Début") && test.get() == Test.AT_LEAST) {
            citations.put(CitationColumns.FROM, column);
        } else if (header.equals("Fin") && test.get() == Test.AT_MOST) {
            citations.put(CitationColumns.TO, column);
        }
        unique(column, test.get() + matcher.group(2), seen, "two columns make the same test");
    }

    private static Optional<Test> test(String word) {
        String name = word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Arrays.stream(Test.values())
                .filter(t -> t.name().equals(name) && !word.contains("_"))
                .findFirst();
    }

    private void action(int column, String snippet, Set<String> seen) {
        Matcher matcher = ACTION.matcher(snippet);
        if (!matcher.matches()) {
            problems.at(
                    tableRow + SNIPPETS,
                    column,
                    "SNIPPET",
                    "outcome «" + SheetProblems.visible(snippet) + "» is none that a table may state",
                    "Maybe out.set($f, \"verdict\", \"$param\");");
            return;
        }
        actions.add(new ActionColumn(
                column,
                sheet.text(tableRow + HEADERS, column),
                matcher.group(2),
                matcher.group(1).equals("let")));
        unique(column, "out " + matcher.group(2), seen, "two columns state the same field");
    }

    private void metadata(int column, String snippet) {
        Matcher matcher = METADATA.matcher(snippet);
        if (!matcher.matches()) {
            problems.at(
                    tableRow + SNIPPETS,
                    column,
                    "SNIPPET",
                    "metadata «" + SheetProblems.visible(snippet) + "» is unknown",
                    "Maybe source(\"$param\").");
        } else if (citations.put(matcher.group(1), column) != null) {
            problems.at(
                    tableRow + SNIPPETS,
                    column,
                    "SNIPPET_TWICE",
                    "two columns hold the " + matcher.group(1),
                    "Maybe delete one of them.");
        }
    }

    private void unique(int column, String what, Set<String> seen, String message) {
        if (!seen.add(what)) {
            problems.at(tableRow + SNIPPETS, column, "SNIPPET_TWICE", message, "Maybe delete one of them.");
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

    int headerRow() {
        return tableRow + HEADERS;
    }
}
