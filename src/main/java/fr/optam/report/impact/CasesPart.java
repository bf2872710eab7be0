package fr.optam.report.impact;

import fr.optam.compare.impact.Case;
import fr.optam.compare.impact.ChangedAnswer;
import fr.optam.compare.impact.ChangedAnswer.Said;
import fr.optam.compare.impact.QuestionTotal;
import fr.optam.report.Figures;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The practitioners with the greatest loss or gain: personal data. */
final class CasesPart {
    private static final int ANSWERS = 6;

    private final Terms terms;
    private final Words words;
    private final Figures figures;
    private final Map<String, String> questions;

    CasesPart(Terms terms, Words words) {
        this.terms = terms;
        this.words = words;
        this.figures = new Figures(terms.lang() == Lang.FR);
        this.questions = terms.impact().questions().stream()
                .collect(Collectors.toMap(QuestionTotal::question, q -> terms.say(q.label()), (one, other) -> one));
    }

    List<Section> sections() {
        List<Case> cases = terms.impact().largest();
        if (cases.isEmpty()) {
            return List.of();
        }
        List<List<Span>> about = terms.impact().population().synthetic()
                ? List.of(List.of(Span.text(
                        terms.say("Ces praticiens sont synthétiques.", "These practitioners are synthetic."))))
                : List.of(List.of(
                        Span.badge(terms.say("Données personnelles", "Personal data"), "bad"),
                        Span.text(terms.say(
                                " Ni publier ni transmettre cette partie.",
                                " Neither publish nor pass on this part."))));
        return List.of(new Section(
                "cas",
                terms.say("Les cas les plus touchés", "The cases most affected"),
                about,
                List.of(),
                List.of(table(cases))));
    }

    private DataTable table(List<Case> cases) {
        return DataTable.of(
                "cas-table",
                terms.say("Les plus grandes pertes et les plus grands gains", "The greatest losses and gains"),
                "stack",
                List.of(
                        Head.of(terms.say("Praticien", "Practitioner")),
                        Head.of(terms.say("Solde", "Balance"), "number"),
                        Head.of(terms.say("Ce qui change", "What changes"), "long"),
                        Head.of(terms.say("Cause", "Cause"))),
                cases.stream().map(this::row).toList());
    }

    private Row row(Case one) {
        List<Span> changes = new ArrayList<>();
        for (ChangedAnswer change : one.changes().stream().limit(ANSWERS).toList()) {
            if (!changes.isEmpty()) {
                changes.add(Span.lineBreak());
            }
            changes.add(Span.text(questions.getOrDefault(change.question(), change.question())
                    + (change.act().isEmpty() ? "" : " " + change.letter() + " (" + change.act() + ")")
                    + terms.say("\u00A0: ", ": ")));
            changes.add(Span.before(said(change.question(), change.before())));
            changes.add(Span.sign(" → "));
            changes.add(Span.after(said(change.question(), change.after())));
        }
        int rest = one.changes().size() - ANSWERS;
        if (rest > 0) {
            changes.add(Span.lineBreak());
            changes.add(Span.soft(
                    terms.say("et " + terms.answers(rest) + " de plus", "and " + terms.answers(rest) + " more")));
        }
        String causes = one.changes().stream()
                .map(change -> terms.cause(change.cause()))
                .distinct()
                .limit(ANSWERS)
                .collect(Collectors.joining(terms.say("\u00A0; ", "; ")));
        return new Row(
                "",
                one.balance() < 0 ? "bad" : one.balance() > 0 ? "good" : "",
                List.of(
                        List.of(Span.code(one.practitioner())),
                        List.of(Span.text(terms.signed(one.balance()))),
                        changes,
                        List.of(Span.text(causes))),
                List.of());
    }

    private String said(String question, Said said) {
        if (said.verdict().isEmpty()) {
            return terms.say("pas de réponse", "no answer");
        }
        String domain = question.split("[.:]", 2)[0].toUpperCase(Locale.ROOT);
        String verdict = words.label(domain, said.verdict())
                .or(() -> words.label("VERDICT", said.verdict()))
                .map(terms::say)
                .orElse(said.verdict());
        return verdict
                + (said.value().isEmpty() ? "" : ", " + figures.of(said.value(), said.unit()))
                + (said.amount().isEmpty() ? "" : ", " + figures.euros(said.amount()));
    }
}
