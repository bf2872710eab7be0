package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The technical rows of a rule table: its stage, its pattern, and what each column does. */
final class RuleTableHead {
    private static final List<String> KNOWN = List.of("NAME", "CONDITION", "ACTION", "METADATA");
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
    private final SnippetColumns columns;
    private int idColumn;

    RuleTableHead(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
        this.properties = new RuleTableProperties(sheet, problems);
        this.tableRow = properties.tableRow();
        this.columns = new SnippetColumns(sheet, problems, tableRow + SNIPPETS);
    }

    /** Stage named by RuleSet. */
    Optional<Stage> stage() {
        return properties.stage();
    }

    /** Kind of fact named by the pattern. */
    Optional<Kind> kind() {
        int row = tableRow == 0 ? 0 : tableRow + PATTERNS;
        return new PatternRow(row, row(PATTERNS).values(), properties, problems).kind();
    }

    private Map<Integer, Cell> row(int offset) {
        return tableRow == 0 ? Map.of() : sheet.rows().getOrDefault(tableRow + offset, new java.util.TreeMap<>());
    }

    /** Reads keywords, snippets and headers; false if no row can be read with them. */
    boolean readColumns() {
        for (Cell keyword : row(KEYWORDS).values()) {
            keyword(keyword);
        }
        for (Cell snippet : row(SNIPPETS).values()) {
            if (sheet.text(tableRow + KEYWORDS, snippet.column()).isEmpty()) {
                String meant = SnippetColumns.meant(snippet.text());
                columns.ignore(snippet.column());
                problems.at(
                        tableRow + KEYWORDS,
                        snippet.column(),
                        "KEYWORD_MISSING",
                        new Sentence(
                                "la colonne «" + sheet.text(headerRow(), snippet.column()) + "» n’a pas de mot-clé",
                                "a column without a keyword above it, «" + sheet.text(headerRow(), snippet.column())
                                        + "»"),
                        new Sentence("Peut-être " + meant + ".", "Maybe " + meant + "."));
                columns.use(snippet.column(), meant);
            }
        }
        idColumn = columns.idColumn();
        return complete();
    }

    private void keyword(Cell keyword) {
        if (KNOWN.contains(keyword.text())) {
            columns.use(keyword.column(), keyword.text());
            return;
        }
        String snippet = sheet.text(tableRow + SNIPPETS, keyword.column());
        String meant =
                snippet.isEmpty() ? Closest.to(keyword.text(), KNOWN).orElse("NAME") : SnippetColumns.meant(snippet);
        columns.ignore(keyword.column());
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
        columns.use(keyword.column(), meant);
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
        if (columns.conditions().isEmpty() || columns.actions().isEmpty()) {
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
        conditions().forEach(c -> headed(c.number(), c.field(), c.header()));
        actions().forEach(a -> headed(a.number(), a.field(), a.header()));
        if (!sheet.merged().contains(patternRange())
                && columns.conditions().size() > 1
                && row(PATTERNS).size() < 2) {
            problems.at(
                    tableRow + PATTERNS,
                    columns.conditions().get(0).number(),
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

    private void headed(int column, String field, String header) {
        if (header.isBlank()) {
            problems.at(
                    Cell.address(headerRow(), column),
                    Severity.WARNING,
                    "HEADER",
                    new Sentence(
                            "la colonne du champ «" + field + "» n’a pas d’en-tête",
                            "the column of the field «" + field + "» has no header"),
                    new Sentence("Peut-être a-t-il été effacé.", "Maybe it was deleted."));
        }
    }

    private void cited(String name, String test) {
        if (columns.citations().containsKey(name)) {
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
            columns.cited(name, column);
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
        return conditions().isEmpty()
                ? ""
                : Cell.address(tableRow + PATTERNS, conditions().get(0).number()) + ":"
                        + Cell.address(
                                tableRow + PATTERNS,
                                conditions().get(conditions().size() - 1).number());
    }

    List<ConditionColumn> conditions() {
        return columns.conditions();
    }

    List<ActionColumn> actions() {
        return columns.actions();
    }

    /** Columns of source, article, confidence, note and of both ends of the validity. */
    Map<String, Integer> citations() {
        return columns.citations();
    }

    /** Columns whose cells say nothing, since their head is wrong. */
    Set<Integer> ignored() {
        return columns.ignored();
    }

    /** Columns with a keyword, and those that lost their own. */
    Set<Integer> keyed() {
        Set<Integer> keyed = new HashSet<>(columns.ignored());
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
