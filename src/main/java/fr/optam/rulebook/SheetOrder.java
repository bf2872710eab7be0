package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which sheet of a workbook holds its table: the first, and no other. */
final class SheetOrder {
    /** Names of the sheets that may follow the table. */
    static final Set<String> FURTHER = Set.of("Notes", "Voulus");

    private SheetOrder() {}

    /** The sheet of the table; a sheet that would be lost is reported. */
    static Sheet table(String file, List<Sheet> sheets, boolean rules, List<RulebookProblem> problems) {
        Sheet first = sheets.get(0);
        Sheet table = first;
        if (!isTable(first, rules)) {
            table = sheets.stream().filter(s -> isTable(s, rules)).findFirst().orElse(first);
        }
        if (table != first) {
            problems.add(RulebookProblem.error(
                    rules ? "NO_RULE_TABLE" : "NOT_A_LIST",
                    file,
                    first.name() + "!A1",
                    new Sentence(
                            "la première feuille est «" + first.name() + "», et la table est sur la feuille «"
                                    + table.name() + "»",
                            "the first sheet is «" + first.name() + "», and the table stands on the sheet «"
                                    + table.name() + "»"),
                    new Sentence(
                            "Peut-être déplacer la feuille «" + table.name() + "» en premier.",
                            "Maybe move the sheet «" + table.name() + "» to the front.")));
        }
        for (Sheet sheet : sheets) {
            if (sheet != table && sheet != first || sheet == first && table != first && isTable(sheet, rules)) {
                further(file, sheet, rules, problems);
            }
        }
        return table;
    }

    private static boolean isTable(Sheet sheet, boolean rules) {
        return rules
                ? sheet.rows().headMap(41).keySet().stream()
                        .anyMatch(r -> sheet.text(r, 1).startsWith("RuleTable")
                                || sheet.text(r, 1).equals("RuleSet"))
                : sheet.text(1, 1).equals("Table");
    }

    private static void further(String file, Sheet sheet, boolean rules, List<RulebookProblem> problems) {
        Optional<Cell> table = sheet.rows().values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> cell.text().startsWith("RuleTable"))
                .findFirst();
        List<String> may = FURTHER.stream()
                .filter(n -> rules || n.equals("Notes"))
                .sorted()
                .toList();
        if (table.isPresent() || !may.contains(sheet.name()) && sheet.lastRow() > 0) {
            String allowed = String.join(", ", may);
            boolean meant = table.isPresent()
                    || sheet.text(1, 1).equals("Table")
                    || Closest.to(sheet.name(), may).isPresent();
            problems.add(new RulebookProblem(
                    "SECOND_TABLE",
                    meant ? Severity.ERROR : Severity.WARNING,
                    file,
                    sheet.name() + "!" + table.map(Cell::address).orElse("A1"),
                    new Sentence(
                            "la feuille «" + sheet.name() + "» ne serait pas lue : seule la première l’est, suivie de "
                                    + allowed,
                            "the sheet «" + sheet.name() + "» would not be read: the first one is, followed by "
                                    + allowed),
                    new Sentence(
                            "Peut-être un classeur à part, ou le nom " + allowed + ".",
                            "Maybe a workbook of its own, or the name " + allowed + ".")));
        }
    }
}
