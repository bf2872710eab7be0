package fr.optam.report.impact;

import fr.optam.compare.impact.CauseTotal;
import fr.optam.compare.impact.EditEffect;
import fr.optam.report.chart.Balance;
import fr.optam.report.chart.Balances;
import fr.optam.report.chart.Bar;
import fr.optam.report.chart.Bars;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What causes the changed answers, and how the euros are shared among the edits. */
final class CausesPart {
    private static final int DRAWN = 15;

    private final Terms terms;

    CausesPart(Terms terms) {
        this.terms = terms;
    }

    Section section(List<EditEffect> effective) {
        List<Picture> pictures = new ArrayList<>(List.of(answers()));
        boolean euros = effective.stream()
                .flatMap(edit -> edit.part().figures().stream())
                .anyMatch(figures -> figures.gain() != 0 || figures.loss() != 0);
        if (euros) {
            pictures.add(shares(effective));
        }
        return new Section(
                        "causes",
                        terms.say("Ce qui cause les changements", "What causes the changes"),
                        List.of(List.of(Span.text(terms.say(
                                "Chaque réponse changée a une seule cause\u00A0: l’ensemble des modifications sans lesquelles elle serait autre. "
                                        + "Les réponses et les euros de toutes les causes font donc le total.",
                                "Each changed answer has one cause: the set of edits without which it would be another. "
                                        + "Answers and euros of all causes therefore add up to the total.")))),
                        List.of(),
                        List.of(table()))
                .with(pictures);
    }

    private Picture answers() {
        List<CauseTotal> causes = terms.impact().causes();
        String finding = causes.get(0)
                .shown()
                .figures()
                .map(f -> terms.say("La cause la plus fréquente est ", "The most frequent cause is ")
                        + terms.cause(causes.get(0).cause())
                        + terms.say("\u00A0: ", ": ")
                        + terms.answers(f.answers())
                        + ".")
                .orElse("");
        return Bars.of(
                        new Heading(
                                "causes-reponses",
                                terms.say("Réponses changées par cause", "Changed answers by cause"),
                                finding,
                                terms.lang()),
                        terms.say("Cause", "Cause"),
                        new Quantity(terms.say("Réponses changées", "Changed answers"), Measure.COUNT),
                        causes.stream()
                                .map(cause -> cause.shown()
                                        .figures()
                                        .map(f -> Bar.of(terms.cause(cause.cause()), BigDecimal.valueOf(f.answers())))
                                        .orElse(Bar.hidden(terms.cause(cause.cause()), terms.hidden())))
                                .toList())
                .most(DRAWN)
                .picture()
                .showing(List.of());
    }

    private Picture shares(List<EditEffect> effective) {
        return Balances.of(
                        new Heading(
                                "causes-euros",
                                terms.say("Euros par modification", "Euros by edit"),
                                terms.say(
                                        "Ce que chaque modification fait gagner et perdre\u00A0: sa part des réponses qu’elle cause, seule ou avec d’autres.",
                                        "What each edit makes practitioners gain and lose: its share of the answers it causes, alone or with others."),
                                terms.lang()),
                        terms.say("Modification", "Edit"),
                        Measure.EUR,
                        effective.stream()
                                .map(edit -> edit.part()
                                        .figures()
                                        .map(f -> Balance.of(label(edit), Terms.euros(f.gain()), Terms.euros(f.loss())))
                                        .orElse(Balance.hidden(label(edit), terms.hidden())))
                                .toList())
                .most(DRAWN)
                .picture()
                .showing(List.of());
    }

    private String label(EditEffect edit) {
        return edit.edit().name() + " · " + terms.say(edit.edit().title());
    }

    private DataTable table() {
        return DataTable.of(
                "causes-table",
                terms.say("Chaque cause, avec ce qu’elle change", "Each cause, with what it changes"),
                "plain",
                List.of(
                        Head.of(terms.say("Cause", "Cause")),
                        Head.of(terms.say("Réponses", "Answers"), "number"),
                        Head.of(terms.say("Praticiens", "Practitioners"), "number"),
                        Head.of(terms.say("Gagné", "Gained"), "number"),
                        Head.of(terms.say("Perdu", "Lost"), "number"),
                        Head.of(terms.say("Solde", "Balance"), "number")),
                terms.impact().causes().stream()
                        .map(cause -> Row.of(List.of(
                                List.of(Span.text(terms.cause(cause.cause()))),
                                List.of(Span.text(terms.of(cause.shown(), f -> terms.number(f.answers())))),
                                List.of(Span.text(terms.of(cause.shown(), f -> terms.number(f.changed())))),
                                List.of(Span.text(terms.of(cause.shown(), f -> terms.signed(f.gain())))),
                                List.of(Span.text(terms.of(cause.shown(), f -> terms.signed(f.loss())))),
                                List.of(Span.text(terms.of(cause.shown(), f -> terms.signed(f.balance())))))))
                        .toList());
    }
}
