package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a rule table, each read from the snippet in its head. */
final class SnippetColumns {
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\(\"(\\w+)\", (?:\"\\$param\"|\\$param)\\)");
    private static final Pattern ACTION = Pattern.compile("out\\.(set|let)\\(\\$f, \"(\\w+)\", \"\\$param\"\\);");
    private static final Pattern METADATA = Pattern.compile("(source|article|confidence|note)\\(\"\\$param\"\\)");
    private static final List<String> TESTS = List.of("among", "yes", "atLeast", "above", "atMost", "below");

    private final Sheet sheet;
    private final SheetProblems problems;
    private final int snippets;
    private final List<ConditionColumn> conditions = new ArrayList<>();
    private final List<ActionColumn> actions = new ArrayList<>();
    private final Map<String, Integer> citations = new HashMap<>();
    private final Set<Integer> ignored = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int idColumn;

    /**
     * No column yet.
     *
     * @param snippets number of the row of the snippets, below keywords and pattern and above the headers
     */
    SnippetColumns(Sheet sheet, SheetProblems problems, int snippets) {
        this.sheet = sheet;
        this.problems = problems;
        this.snippets = snippets;
    }

    /** The keyword that a snippet wants above it. */
    static String meant(String snippet) {
        return ACTION.matcher(snippet).matches()
                ? "ACTION"
                : METADATA.matcher(snippet).matches() ? "METADATA" : "CONDITION";
    }

    /** Reads the snippet of a column under its keyword, or under the one that was meant. */
    void use(int column, String keyword) {
        String snippet = sheet.text(snippets, column);
        if (snippet.isEmpty() && ignored.contains(column) && !keyword.equals("NAME")) {
            return;
        }
        switch (keyword) {
            case "NAME" -> name(column);
            case "CONDITION" -> condition(column, snippet);
            case "ACTION" -> action(column, snippet);
            default -> metadata(column, snippet);
        }
    }

    private void name(int column) {
        if (idColumn > 0) {
            twice(keywords(), column, "deux colonnes d’identifiants (NAME)", "two columns of ids", "METADATA.");
            ignored.add(column);
            return;
        }
        idColumn = column;
    }

    private void condition(int column, String snippet) {
        Matcher matcher = CONDITION.matcher(snippet);
        Optional<Test> test = matcher.matches() ? test(matcher.group(1)) : Optional.empty();
        if (test.isEmpty()) {
            ignored.add(column);
            String word = snippet.replaceAll("\\(.*", "");
            String meant = Closest.to(word, TESTS)
                    .filter(t -> snippet.matches("\\w+\\(\"\\w+\", (?:\"\\$param\"|\\$param)\\)"))
                    .map(t -> t + snippet.substring(word.length()))
                    .orElse("among(\"letter\", \"$param\")");
            snippet(
                    column,
                    "la condition «" + SheetProblems.visible(snippet) + "» n’est pas permise dans une table",
                    "condition «" + SheetProblems.visible(snippet) + "» is none that a table may make",
                    meant);
            return;
        }
        String header = sheet.text(headers(), column);
        conditions.add(new ConditionColumn(column, header, matcher.group(2), test.get()));
        if (header.equals("Début") && test.get() == Test.AT_LEAST) {
            citations.put(CitationColumns.FROM, column);
        } else if (header.equals("Fin") && test.get() == Test.AT_MOST) {
            citations.put(CitationColumns.TO, column);
        }
        unique(
                column,
                test.get() + matcher.group(2),
                "deux colonnes font le même test",
                "two columns make the same test");
    }

    private static Optional<Test> test(String word) {
        String name = word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Arrays.stream(Test.values())
                .filter(t -> t.name().equals(name) && !word.contains("_"))
                .findFirst();
    }

    private void action(int column, String snippet) {
        Matcher matcher = ACTION.matcher(snippet);
        if (!matcher.matches()) {
            ignored.add(column);
            snippet(
                    column,
                    "la conclusion «" + SheetProblems.visible(snippet) + "» n’est pas permise dans une table",
                    "outcome «" + SheetProblems.visible(snippet) + "» is none that a table may state",
                    "out.set($f, \"verdict\", \"$param\");");
            return;
        }
        actions.add(new ActionColumn(
                column,
                sheet.text(headers(), column),
                matcher.group(2),
                matcher.group(1).equals("let")));
        unique(
                column,
                "out " + matcher.group(2),
                "deux colonnes énoncent le même champ",
                "two columns state the same field");
    }

    private void metadata(int column, String snippet) {
        Matcher matcher = METADATA.matcher(snippet);
        if (!matcher.matches()) {
            ignored.add(column);
            String header = sheet.text(headers(), column);
            String meant = CitationColumns.HEADERS.entrySet().stream()
                    .filter(e -> e.getValue().equals(header))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("source");
            citations.putIfAbsent(meant, column);
            snippet(
                    column,
                    "la métadonnée «" + SheetProblems.visible(snippet) + "» est inconnue",
                    "metadata «" + SheetProblems.visible(snippet) + "» is unknown",
                    meant + "(\"$param\")");
        } else if (citations.putIfAbsent(matcher.group(1), column) != null) {
            ignored.add(column);
            twice(
                    snippets,
                    column,
                    "deux colonnes contiennent la métadonnée " + matcher.group(1),
                    "two columns hold the " + matcher.group(1),
                    "");
        }
    }

    private void snippet(int column, String fr, String en, String meant) {
        problems.at(
                snippets,
                column,
                "SNIPPET",
                new Sentence(fr, en),
                new Sentence("Peut-être " + meant, "Maybe " + meant));
    }

    private void unique(int column, String what, String fr, String en) {
        if (!seen.add(what)) {
            twice(snippets, column, fr, en, "");
        }
    }

    private void twice(int row, int column, String fr, String en, String meant) {
        problems.at(
                row,
                column,
                "SNIPPET_TWICE",
                new Sentence(fr, en),
                meant.isEmpty()
                        ? new Sentence("Peut-être supprimer l’une d’elles.", "Maybe delete one of them.")
                        : new Sentence("Peut-être " + meant, "Maybe " + meant));
    }

    List<ConditionColumn> conditions() {
        return Collections.unmodifiableList(conditions);
    }

    List<ActionColumn> actions() {
        return Collections.unmodifiableList(actions);
    }

    /** Columns of source, article, confidence, note and of both ends of the validity. */
    Map<String, Integer> citations() {
        return Collections.unmodifiableMap(citations);
    }

    /** A column that holds what its own head does not say. */
    void cited(String name, int column) {
        citations.put(name, column);
    }

    /** Columns whose cells say nothing, since their head is wrong. */
    Set<Integer> ignored() {
        return Collections.unmodifiableSet(ignored);
    }

    void ignore(int column) {
        ignored.add(column);
    }

    /** Column of the ids; 0 if no column is named so. */
    int idColumn() {
        return idColumn;
    }

    private int keywords() {
        return snippets - 2;
    }

    private int headers() {
        return snippets + 1;
    }
}
