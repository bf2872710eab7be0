package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows above a rule table: its stage, the fact it looks at, and nothing that could run. */
final class RuleTableProperties {
    private static final String FACTS = "fr.optam.fact.flat.";
    private static final String VARIABLES = "fr.optam.decision.Conclusions out";
    private static final String TABLE = "RuleTable";
    private static final List<String> KNOWN = List.of("RuleSet", "Import", "Variables", "IgnoreNumericFormat");
    private static final int FIRST_ROWS = 40;
    private static final int FIRST_COLUMNS = 40;

    private final Sheet sheet;
    private final SheetProblems problems;
    private final int tableRow;
    private int label = 1;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> imported = new HashSet<>();

    RuleTableProperties(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
        this.tableRow = findTable();
    }

    private int findTable() {
        for (int row = 1; row <= Math.min(FIRST_ROWS, sheet.lastRow()); row++) {
            String text = sheet.text(row, label);
            boolean keywords = sheet.text(row + 1, label).equals("NAME") && !KNOWN.contains(text);
            if (text.startsWith(TABLE) || keywords) {
                require(
                        row,
                        label,
                        text.matches("RuleTable [A-Za-z0-9_-]{1,60}"),
                        "RULE_TABLE_NAME",
                        "«" + SheetProblems.visible(text) + "» ne nomme aucune table",
                        "«" + SheetProblems.visible(text) + "» names no table",
                        "RuleTable droits.");
                nothingBeside(row, label);
                return row;
            }
        }
        return findElsewhere();
    }

    /** A table that begins in another column is refused, and what it holds is judged all the same. */
    private int findElsewhere() {
        for (int row = 1; row <= Math.min(FIRST_ROWS, sheet.lastRow()); row++) {
            for (int column = 2; column <= FIRST_COLUMNS; column++) {
                if (sheet.text(row, column).startsWith(TABLE)) {
                    label = column;
                    problems.at(
                            row,
                            column,
                            "RULE_TABLE_PLACE",
                            new Sentence(
                                    "la table commence ici, et non dans la colonne A",
                                    "the table begins here, and not in column A"),
                            new Sentence(
                                    "Peut-être supprimer les colonnes à sa gauche.",
                                    "Maybe delete the columns on its left."));
                    return row;
                }
            }
        }
        problems.at(
                1,
                1,
                "NO_RULE_TABLE",
                new Sentence(
                        "aucune cellule «RuleTable …» dans la colonne A de la première feuille",
                        "no cell RuleTable in column A of the first sheet"),
                new Sentence(
                        "Peut-être la table est-elle sur une autre feuille.",
                        "Maybe the table stands on another sheet."));
        return 0;
    }

    /** Row of the cell RuleTable; 0 if there is none. */
    int tableRow() {
        return tableRow;
    }

    /** Stage named by RuleSet. */
    Optional<Stage> stage() {
        Optional<Stage> stage = Optional.empty();
        boolean blamed = false;
        for (int row = 1; row < tableRow; row++) {
            int before = problems.found();
            String key = sheet.text(row, label);
            String value = sheet.text(row, label + 1);
            nothingBeside(row, label + 1);
            require(
                    row,
                    label,
                    key.isEmpty() || key.equals("Import") || seen.add(key),
                    "PROPERTY",
                    "la propriété «" + key + "» figure deux fois",
                    "property «" + key + "» stands twice",
                    "supprimer l’une d’elles.",
                    "delete one of them.");
            if (key.equals("RuleSet")) {
                stage = stageOf(row, value);
            } else {
                property(row, key, value);
            }
            blamed |= problems.found() > before;
        }
        if (stage.isEmpty() && tableRow > 0 && !seen.contains("RuleSet") && !blamed) {
            problems.at(
                    1,
                    1,
                    "NO_RULE_SET",
                    new Sentence("pas de RuleSet qui nomme une phase", "no RuleSet that names a phase"),
                    new Sentence(
                            "Peut-être l’une de " + String.join(", ", Stage.phases()) + ".",
                            "Maybe one of " + String.join(", ", Stage.phases()) + "."));
        }
        if (tableRow > 0 && !seen.contains("IgnoreNumericFormat") && !blamed) {
            problems.at(
                    1,
                    1,
                    "PROPERTY",
                    new Sentence("pas de ligne IgnoreNumericFormat", "no IgnoreNumericFormat"),
                    new Sentence(
                            "Peut-être ajouter une ligne IgnoreNumericFormat, true.",
                            "Maybe add a row IgnoreNumericFormat, true."));
        }
        return stage;
    }

    private void property(int row, String key, String value) {
        switch (key) {
            case "Import" -> readImport(row, value);
            case "Variables" ->
                require(
                        row,
                        label + 1,
                        value.equals(VARIABLES),
                        "VARIABLES",
                        "les variables «" + SheetProblems.visible(value) + "» sont inconnues des règles",
                        "variables «" + SheetProblems.visible(value) + "» are unknown to rules",
                        VARIABLES + ".");
            case "IgnoreNumericFormat" ->
                require(
                        row,
                        label + 1,
                        value.equals("true"),
                        "PROPERTY",
                        "IgnoreNumericFormat doit valoir true, et non «" + SheetProblems.visible(value) + "»",
                        "IgnoreNumericFormat must be true, and not «" + SheetProblems.visible(value) + "»",
                        "true : sinon 70 % serait lu comme il est affiché.",
                        "true: else 70 % would be read as it is shown.");
            case "" ->
                require(
                        row,
                        label,
                        value.isEmpty(),
                        "PROPERTY",
                        "une propriété sans nom, de valeur «" + SheetProblems.visible(value) + "»",
                        "a property without a name, value «" + SheetProblems.visible(value) + "»",
                        "la cellule de la colonne A a-t-elle été effacée.",
                        "column A lost its cell.");
            default -> {
                String all = String.join(", ", KNOWN);
                String fr = Closest.to(key, KNOWN).orElse("l’une de " + all);
                String en = Closest.to(key, KNOWN).orElse("one of " + all);
                String shown = SheetProblems.visible(key);
                require(
                        row,
                        label,
                        false,
                        "PROPERTY",
                        "la propriété «" + shown + "» n’est pas permise",
                        "property «" + shown + "» is not allowed",
                        fr + ".",
                        en + ".");
            }
        }
    }

    private Optional<Stage> stageOf(int row, String value) {
        Optional<Stage> stage = Stage.of(value);
        if (stage.isPresent()) {
            return stage;
        }
        List<String> names = Stage.inOrder().stream().map(Stage::name).toList();
        String all = String.join(", ", Stage.phases());
        String shown = SheetProblems.visible(value);
        require(
                row,
                label + 1,
                false,
                "RULE_SET",
                "le RuleSet «" + shown + "» n’est pas une phase",
                "RuleSet «" + shown + "» is no phase",
                Closest.to(value, names).orElse("l’une de " + all) + ".",
                Closest.to(value, names).orElse("one of " + all) + ".");
        return stage;
    }

    private void readImport(int row, String value) {
        for (String name : value.split(",")) {
            String bare = name.strip();
            boolean fact = bare.startsWith(FACTS)
                    && Kind.of(bare.substring(FACTS.length())).isPresent();
            List<String> kinds = java.util.Arrays.stream(Kind.values())
                    .map(k -> FACTS + k.label())
                    .toList();
            require(
                    row,
                    label + 1,
                    fact,
                    "IMPORT",
                    "l’import «" + SheetProblems.visible(bare) + "» n’est pas permis",
                    "import «" + SheetProblems.visible(bare) + "» is not allowed",
                    fact ? "" : Closest.to(bare, kinds).orElse(FACTS + "Letter") + ".");
            imported.add(bare);
        }
    }

    /** Whether the class of a kind of fact is imported, as standard tables must; true if the import itself is wrong. */
    boolean imports(Kind kind) {
        return imported.contains(FACTS + kind.label())
                || imported.stream()
                        .anyMatch(i -> !i.startsWith(FACTS)
                                || Kind.of(i.substring(FACTS.length())).isEmpty());
    }

    private void nothingBeside(int row, int column) {
        for (Cell cell : sheet.rows()
                .getOrDefault(row, new java.util.TreeMap<>())
                .tailMap(column + 1)
                .values()) {
            problems.at(
                    cell,
                    "PROPERTY",
                    Advice.of(
                            "une cellule à côté d’une propriété, qui serait perdue",
                            "a cell beside a property would be lost",
                            "la supprimer.",
                            "delete it."));
        }
    }

    private void require(int row, int column, boolean holds, String code, String fr, String en, String meant) {
        require(row, column, holds, code, fr, en, meant, meant);
    }

    private void require(
            int row, int column, boolean holds, String code, String fr, String en, String maybeFr, String maybeEn) {
        if (!holds) {
            problems.at(
                    row, column, code, new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn));
        }
    }
}
