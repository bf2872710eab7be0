package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Closest;
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
    private static final List<String> KNOWN = List.of("NAME", "CONDITION", "ACTION", "METADATA");
    private static final List<String> TESTS = List.of("among", "yes", "atLeast", "above", "atMost", "below");
    private static final Map<String, String> CITED = Map.of(
            CitationColumns.FROM, "atLeast(",
            CitationColumns.TO, "atMost(",
            CitationColumns.SOURCE, "source(",
            CitationColumns.CONFIDENCE, "confidence(");
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
    private final Set<Integer> ignored = new HashSet<>();
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
        List<String> labels = Arrays.stream(Kind.values()).map(Kind::label).toList();
        for (Cell cell : row(PATTERNS).values()) {
            Matcher matcher = PATTERN.matcher(cell.text());
            Optional<Kind> named = matcher.matches() ? Kind.of(matcher.group(1)) : Optional.empty();
            if (kind.isPresent()) {
                problems.at(
                        cell,
                        "PATTERN_TWICE",
                        Advice.of(
                                "un second motif, qui croiserait chaque fait avec tous les autres",
                                "a second pattern would join every fact with every other",
                                "fusionner le motif au-dessus de toutes les colonnes de conditions, ligne " + cell.row()
                                        + ".",
                                "merge the pattern over all condition columns, row " + cell.row() + "."));
                break;
            }
            if (named.isEmpty()) {
                String meant = "$f : "
                        + Closest.to(cell.text().replaceAll(".*[: ]", ""), labels)
                                .orElse(labels.get(0));
                problems.at(
                        cell,
                        "PATTERN",
                        Advice.of(
                                "la ligne du motif contient «$f :» et une sorte de fait",
                                "the pattern row holds $f : and a kind of fact",
                                meant + " ; sortes de faits : " + String.join(", ", labels) + ".",
                                meant + "; kinds of facts: " + String.join(", ", labels) + "."));
            } else if (!properties.imports(named.get())) {
                problems.at(
                        cell,
                        "IMPORT",
                        Advice.of(
                                "la sorte de fait n’est pas importée",
                                "the kind of fact is not imported",
                                "fr.optam.fact.flat." + named.get().label() + " à la ligne Import.",
                                "fr.optam.fact.flat." + named.get().label() + " in the row Import."));
            }
            kind = named;
        }
        if (kind.isEmpty() && tableRow > 0) {
            problems.at(
                    tableRow + PATTERNS,
                    2,
                    "PATTERN",
                    new Sentence("pas de motif au-dessus des conditions", "no pattern above the conditions"),
                    new Sentence("Peut-être $f : Letter.", "Maybe $f : Letter."));
        }
        return kind;
    }

    private Map<Integer, Cell> row(int offset) {
        return tableRow == 0 ? Map.of() : sheet.rows().getOrDefault(tableRow + offset, new java.util.TreeMap<>());
    }

    /** Reads keywords, snippets and headers; false if no row can be read with them. */
    boolean readColumns() {
        Set<String> seen = new HashSet<>();
        for (Cell keyword : row(KEYWORDS).values()) {
            keyword(keyword, seen);
        }
        for (Cell snippet : row(SNIPPETS).values()) {
            if (sheet.text(tableRow + KEYWORDS, snippet.column()).isEmpty()) {
                String meant = meant(snippet.text());
                ignored.add(snippet.column());
                problems.at(
                        tableRow + KEYWORDS,
                        snippet.column(),
                        "KEYWORD_MISSING",
                        new Sentence(
                                "la colonne «" + sheet.text(headerRow(), snippet.column()) + "» n’a pas de mot-clé",
                                "a column without a keyword above it, «" + sheet.text(headerRow(), snippet.column())
                                        + "»"),
                        new Sentence("Peut-être " + meant + ".", "Maybe " + meant + "."));
                use(snippet.column(), meant, seen);
            }
        }
        return complete();
    }

    /** The keyword that a snippet wants above it. */
    private static String meant(String snippet) {
        return ACTION.matcher(snippet).matches()
                ? "ACTION"
                : METADATA.matcher(snippet).matches() ? "METADATA" : "CONDITION";
    }

    private void keyword(Cell keyword, Set<String> seen) {
        if (KNOWN.contains(keyword.text())) {
            use(keyword.column(), keyword.text(), seen);
            return;
        }
        String snippet = sheet.text(tableRow + SNIPPETS, keyword.column());
        String meant = snippet.isEmpty() ? Closest.to(keyword.text(), KNOWN).orElse("NAME") : meant(snippet);
        ignored.add(keyword.column());
        problems.at(
                keyword,
                "KEYWORD",
                Advice.of(
                        "mot-clé de colonne inconnu",
                        "unknown column keyword",
                        meant + " ; permis : " + String.join(", ", KNOWN)
                                + " (Drools devinerait à la première lettre).",
                        meant + "; allowed: " + String.join(", ", KNOWN)
                                + " (Drools would guess by the first letter)."));
        use(keyword.column(), meant, seen);
    }

    private void use(int column, String keyword, Set<String> seen) {
        String snippet = sheet.text(tableRow + SNIPPETS, column);
        if (snippet.isEmpty() && ignored.contains(column) && !keyword.equals("NAME")) {
            return;
        }
        switch (keyword) {
            case "NAME" -> name(column);
            case "CONDITION" -> condition(column, snippet, seen);
            case "ACTION" -> action(column, snippet, seen);
            default -> metadata(column, snippet);
        }
    }

    /** What a table must have; false if no row can be read. */
    private boolean complete() {
        if (tableRow == 0) {
            return false;
        }
        if (idColumn == 0) {
            idColumn = 1;
            problems.at(
                    tableRow + KEYWORDS,
                    1,
                    "NAME_MISSING",
                    new Sentence("pas de colonne NAME", "no NAME column"),
                    new Sentence(
                            "Peut-être la colonne Id a-t-elle perdu son mot-clé NAME.",
                            "Maybe the column Id lost its keyword NAME."));
        }
        if (!sheet.text(headerRow(), idColumn).equals("Id")) {
            SheetShape.headerLost(sheet, problems, headerRow(), idColumn);
            return false;
        }
        if (conditions.isEmpty() || actions.isEmpty()) {
            problems.at(
                    tableRow + KEYWORDS,
                    1,
                    "COLUMN_MISSING",
                    new Sentence(
                            "une table a des conditions et des conclusions", "a table has conditions and outcomes"),
                    new Sentence(
                            "Peut-être une colonne a-t-elle perdu son mot-clé CONDITION ou ACTION.",
                            "Maybe a column lost its keyword CONDITION or ACTION."));
            return false;
        }
        CITED.forEach(this::cited);
        if (!sheet.merged().contains(patternRange())
                && conditions.size() > 1
                && row(PATTERNS).size() < 2) {
            problems.at(
                    tableRow + PATTERNS,
                    conditions.get(0).number(),
                    "PATTERN_RANGE",
                    new Sentence(
                            "le motif n’est pas fusionné au-dessus des conditions " + patternRange(),
                            "the pattern does not stand over the conditions " + patternRange()),
                    new Sentence(
                            "Peut-être fusionner ces cellules, toutes et aucune autre.",
                            "Maybe merge these cells, all of them and no other."));
        }
        return true;
    }

    private void cited(String name, String test) {
        if (citations.containsKey(name)) {
            return;
        }
        String header = CitationColumns.HEADERS.get(name);
        int column = 0;
        int row = headerRow();
        for (Cell cell : row(HEADERS).values()) {
            boolean suits = sheet.text(tableRow + SNIPPETS, cell.column()).contains(test);
            if (cell.text().equals(header)) {
                column = cell.column();
                row = tableRow + SNIPPETS;
                break;
            } else if (column == 0
                    && suits
                    && Closest.to(cell.text(), List.of(header)).isPresent()) {
                column = cell.column();
            }
        }
        if (column > 0) {
            citations.put(name, column);
        }
        String wanted = header + " (" + test + "…))";
        problems.at(
                row,
                column == 0 ? 1 : column,
                "COLUMN_MISSING",
                new Sentence("la colonne " + wanted + " manque", "no column " + wanted),
                new Sentence(
                        "Peut-être son en-tête ou son extrait a-t-il été changé.",
                        "Maybe its header or its snippet was changed."));
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

    private void name(int column) {
        if (idColumn > 0) {
            twice(
                    tableRow + KEYWORDS,
                    column,
                    "deux colonnes d’identifiants (NAME)",
                    "two columns of ids",
                    "METADATA.");
            ignored.add(column);
            return;
        }
        idColumn = column;
    }

    private void condition(int column, String snippet, Set<String> seen) {
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
        String header = sheet.text(tableRow + HEADERS, column);
        conditions.add(new ConditionColumn(column, header, matcher.group(2), test.get()));
        if (header.equals("Début") && test.get() == Test.AT_LEAST) {
            citations.put(CitationColumns.FROM, column);
        } else if (header.equals("Fin") && test.get() == Test.AT_MOST) {
            citations.put(CitationColumns.TO, column);
        }
        unique(
                column,
                test.get() + matcher.group(2),
                seen,
                "deux colonnes font le même test",
                "two columns make the same test");
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
                sheet.text(tableRow + HEADERS, column),
                matcher.group(2),
                matcher.group(1).equals("let")));
        unique(
                column,
                "out " + matcher.group(2),
                seen,
                "deux colonnes énoncent le même champ",
                "two columns state the same field");
    }

    private void metadata(int column, String snippet) {
        Matcher matcher = METADATA.matcher(snippet);
        if (!matcher.matches()) {
            ignored.add(column);
            String header = sheet.text(headerRow(), column);
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
                    tableRow + SNIPPETS,
                    column,
                    "deux colonnes contiennent la métadonnée " + matcher.group(1),
                    "two columns hold the " + matcher.group(1),
                    "");
        }
    }

    private void snippet(int column, String fr, String en, String meant) {
        problems.at(
                tableRow + SNIPPETS,
                column,
                "SNIPPET",
                new Sentence(fr, en),
                new Sentence("Peut-être " + meant, "Maybe " + meant));
    }

    private void unique(int column, String what, Set<String> seen, String fr, String en) {
        if (!seen.add(what)) {
            twice(tableRow + SNIPPETS, column, fr, en, "");
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
        return List.copyOf(conditions);
    }

    List<ActionColumn> actions() {
        return List.copyOf(actions);
    }

    /** Columns of source, article, confidence, note and of both ends of the validity. */
    Map<String, Integer> citations() {
        return Map.copyOf(citations);
    }

    /** Columns whose cells say nothing, since their head is wrong. */
    Set<Integer> ignored() {
        return Set.copyOf(ignored);
    }

    /** Columns with a keyword, and those that lost their own. */
    Set<Integer> keyed() {
        Set<Integer> keyed = new HashSet<>(ignored);
        keyed.addAll(row(KEYWORDS).keySet());
        return keyed;
    }

    int idColumn() {
        return idColumn;
    }

    int headerRow() {
        return tableRow + HEADERS;
    }
}
