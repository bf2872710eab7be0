package fr.optam.report.impact;

import fr.optam.compare.impact.Figures;
import fr.optam.compare.impact.QuestionTotal;
import fr.optam.compare.impact.Shown;
import fr.optam.compare.impact.Transition;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Transitions;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changes question by question, and from which verdict to which. */
final class QuestionsPart {
    private final Terms terms;

    QuestionsPart(Terms terms) {
        this.terms = terms;
    }

    List<Section> sections() {
        List<QuestionTotal> all = terms.impact().questions();
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Section(
                        "questions",
                        terms.say("Par question", "By question"),
                        List.of(),
                        List.of(),
                        List.of(table(all))),
                new Section(
                                "transitions",
                                terms.say("D’une réponse à l’autre", "From one answer to another"),
                                List.of(
                                        List.of(
                                                Span.text(
                                                        terms.say(
                                                                "Seules les réponses changées sont comptées. Encadrées, celles qui gardent leur verdict\u00A0: autre chose y change, un motif, un montant ou la force des sources.",
                                                                "Only changed answers are counted. Framed, those that keep their verdict: something else in them changes, a reason, an amount or the strength of the sources.")))),
                                List.of(),
                                List.of())
                        .with(all.stream().map(this::matrix).toList()));
    }

    private DataTable table(List<QuestionTotal> questions) {
        return DataTable.of(
                "questions-table",
                terms.say("Réponses changées, question par question", "Changed answers, question by question"),
                "plain",
                List.of(
                        Head.of(terms.say("Question", "Question")),
                        Head.of(terms.say("Praticiens", "Practitioners"), "number"),
                        Head.of(terms.say("Réponses", "Answers"), "number"),
                        Head.of(terms.say("Montant avant", "Amount before"), "number"),
                        Head.of(terms.say("Montant après", "Amount after"), "number"),
                        Head.of(terms.say("Gagné", "Gained"), "number"),
                        Head.of(terms.say("Perdu", "Lost"), "number")),
                questions.stream().map(this::row).toList());
    }

    private Row row(QuestionTotal total) {
        Shown shown = total.shown();
        boolean money = shown.figures()
                .filter(f -> f.gain() != 0 || f.loss() != 0 || total.before() != 0 || total.after() != 0)
                .isPresent();
        List<Span> note = new ArrayList<>();
        if (money && !total.counted()) {
            note.add(Span.text(terms.say(
                    "Ces euros ne comptent pas dans le solde\u00A0: ils sont déjà dans une autre question. ",
                    "These euros do not count in the balance: they are in another question already. ")));
        }
        if (total.unmeasured() > 0 && !shown.hidden() && !terms.tooFew(total.unmeasured())) {
            note.add(Span.text(terms.say(
                    "Sans montant connu avant ou après\u00A0: " + terms.answers(total.unmeasured()) + ".",
                    "Without a known amount before or after: " + terms.answers(total.unmeasured()) + ".")));
        }
        return new Row(
                "",
                "",
                List.of(
                        List.of(Span.text(terms.say(total.label()))),
                        List.of(Span.text(terms.of(shown, f -> terms.number(f.changed())))),
                        List.of(Span.text(terms.of(shown, f -> terms.number(f.answers())))),
                        List.of(Span.text(terms.of(shown, f -> money ? terms.amount(total.before()) : "–"))),
                        List.of(Span.text(terms.of(shown, f -> money ? terms.amount(total.after()) : "–"))),
                        List.of(Span.text(terms.of(shown, f -> money ? terms.signed(f.gain()) : "–"))),
                        List.of(Span.text(terms.of(shown, f -> money ? terms.signed(f.loss()) : "–")))),
                note);
    }

    private Picture matrix(QuestionTotal question) {
        List<Transition> moves = terms.impact().transitions().stream()
                .filter(move -> move.question().equals(question.question()))
                .toList();
        Map<String, String> states = new LinkedHashMap<>();
        moves.forEach(move -> states.putIfAbsent(move.from(), label(move.from(), terms.say(move.fromLabel()))));
        moves.forEach(move -> states.putIfAbsent(move.to(), label(move.to(), terms.say(move.toLabel()))));
        List<List<Optional<BigDecimal>>> counts = new ArrayList<>();
        for (String from : states.keySet()) {
            List<Optional<BigDecimal>> row = new ArrayList<>();
            for (String to : states.keySet()) {
                row.add(moves.stream()
                        .filter(m -> m.from().equals(from) && m.to().equals(to))
                        .findFirst()
                        .map(m -> m.shown().figures().map(Figures::answers).map(BigDecimal::valueOf))
                        .orElse(Optional.of(BigDecimal.ZERO)));
            }
            counts.add(row);
        }
        return new Transitions(
                        new Heading(
                                "transitions-" + question.question(),
                                terms.say(question.label()),
                                finding(question, moves),
                                terms.lang()),
                        terms.say("Avant", "Before"),
                        terms.say("Après", "After"),
                        List.copyOf(states.values()),
                        counts,
                        terms.hidden())
                .picture();
    }

    private String label(String code, String label) {
        return code.isEmpty() ? terms.say("pas de réponse", "no answer") : label.isEmpty() ? code : label;
    }

    private String finding(QuestionTotal question, List<Transition> moves) {
        return moves.stream()
                .filter(move -> !move.from().equals(move.to()) && !move.shown().hidden())
                .max(java.util.Comparator.comparingLong(
                        move -> move.shown().figures().orElseThrow().answers()))
                .map(move -> terms.say("Le plus souvent\u00A0: ", "Most often: ")
                        + label(move.from(), terms.say(move.fromLabel()))
                        + " → "
                        + label(move.to(), terms.say(move.toLabel()))
                        + terms.say(", ", ", ")
                        + terms.answers(move.shown().figures().orElseThrow().answers())
                        + ".")
                .orElse(
                        question.shown().hidden()
                                ? terms.say("Les chiffres sont masqués.", "Figures are hidden.")
                                : terms.say("Aucun verdict montré ne change.", "No verdict that is shown changes."));
    }
}
