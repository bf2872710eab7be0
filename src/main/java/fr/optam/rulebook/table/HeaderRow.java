package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The French headers over the columns of a rule table: each stands over a column, and no two are alike. */
final class HeaderRow {
    private HeaderRow() {}

    /**
     * Reports a header twice over conditions and outcomes, and a header over a column that holds nothing else.
     *
     * @param ruled conditions and outcomes
     * @param used every column that has a keyword, or lost its own
     */
    static void check(Sheet sheet, SheetProblems problems, int row, List<Integer> ruled, Set<Integer> used) {
        Map<String, String> first = new HashMap<>();
        for (Cell cell :
                sheet.rows().getOrDefault(row, Collections.emptySortedMap()).values()) {
            boolean empty = sheet.rows().tailMap(row + 1).values().stream()
                    .noneMatch(r -> r.containsKey(cell.column())
                            && !r.get(cell.column()).text().isBlank());
            String shown = SheetProblems.visible(cell.text());
            String before = ruled.contains(cell.column()) ? first.putIfAbsent(cell.text(), cell.address()) : null;
            if (before != null) {
                problems.at(
                        cell.address(),
                        Severity.ERROR,
                        "HEADER_TWICE",
                        new Sentence(
                                "deux colonnes portent l’en-tête «" + shown + "» : celle-ci et " + before,
                                "two columns carry the header «" + shown + "»: this one and " + before),
                        new Sentence(
                                "Peut-être l’en-tête d’une autre colonne, à rétablir.",
                                "Maybe the header of another column, to be restored."));
            } else if (!used.contains(cell.column()) && !cell.text().isBlank() && empty) {
                problems.at(
                        cell.address(),
                        Severity.WARNING,
                        "CELL_OUTSIDE",
                        new Sentence(
                                "l’en-tête «" + shown + "» est au-dessus d’une colonne que la table n’a pas",
                                "header «" + shown + "» stands over a column that the table does not have"),
                        new Sentence(
                                "Peut-être une remarque, à mettre dans la colonne Note ou sur la feuille Notes.",
                                "Maybe a remark that belongs to the column Note or to the sheet Notes."));
            }
        }
    }
}
