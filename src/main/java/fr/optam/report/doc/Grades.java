package fr.optam.report.doc;

import fr.optam.decision.Confidence;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The grades of confidence, what they mean and how much rests on each. */
final class Grades {
    private final Book book;

    Grades(Book book) {
        this.book = book;
    }

    /** How many rules and rows rest on each grade. */
    DataTable table() {
        Map<String, Integer> count = new TreeMap<>();
        book.rulebook()
                .rules()
                .values()
                .forEach(r -> count.merge(r.citation().confidence().name(), 1, Integer::sum));
        int all = Math.max(1, book.rulebook().rules().size());
        List<Row> rows = new ArrayList<>();
        for (Confidence grade : Confidence.values()) {
            int n = count.getOrDefault(grade.name(), 0);
            rows.add(Row.of(List.of(
                    List.of(Span.confidence(grade)),
                    List.of(Span.code(grade.name())),
                    List.of(Span.text(meaning(grade))),
                    List.of(Span.bar(n * 1000 / all, "", n + book.say(" règles sur ", " rules of ") + all)))));
        }
        return DataTable.of(
                book.claim("grille-confiance"),
                book.say("Degrés de confiance, du plus fort au plus faible", "Grades of confidence, strongest first"),
                "stack",
                List.of(
                        Head.of(book.say("Degré", "Grade")),
                        Head.of("Code"),
                        Head.of(book.say("Ce que cela veut dire", "What it means"), "long"),
                        Head.of(book.say("Règles et lignes de règles", "Rules and rule rows"))),
                rows);
    }

    private String meaning(Confidence grade) {
        return switch (grade) {
            case LAW ->
                book.say("Les termes mêmes d’un texte de droit, lu.", "The wording of a legal text that was read.");
            case OFFICIAL ->
                book.say(
                        "Page, lettre ou données de l’assurance maladie, du ministère ou de l’Urssaf.",
                        "Page, letter or data of the health insurance, the ministry or Urssaf.");
            case PRESS -> book.say("Syndicat, presse ou site privé.", "Union, press or private site.");
            case GUIDE -> book.say("Guide commercial.", "Commercial guide.");
            case INFERRED -> book.say("Déduit, sans texte qui le dise.", "Deduced; no text says it.");
        };
    }
}
