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
import java.util.LinkedHashMap;
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

    /** Changed answers that say the same of several acts. */
    private record Alike(String question, String letter, String before, String after) {}

    private Row row(Case one) {
        Map<Alike, List<ChangedAnswer>> alike = new LinkedHashMap<>();
        one.changes().forEach(change -> alike.computeIfAbsent(alike(change), a -> new ArrayList<>())
                .add(change));
        List<Span> changes = new ArrayList<>();
        alike.entrySet().stream().limit(ANSWERS).forEach(entry -> {
            if (!changes.isEmpty()) {
                changes.add(Span.lineBreak());
            }
            changes.addAll(told(entry.getKey(), entry.getValue()));
        });
        int rest = alike.values().stream().skip(ANSWERS).mapToInt(List::size).sum();
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

    private Alike alike(ChangedAnswer change) {
        boolean act = !change.act().isEmpty();
        return new Alike(
                change.question(),
                change.letter(),
                said(change.question(), change.before(), !act),
                said(change.question(), change.after(), !act));
    }

    private List<Span> told(Alike alike, List<ChangedAnswer> changes) {
        List<Span> spans = new ArrayList<>();
        long lines = changes.stream().mapToLong(ChangedAnswer::lines).sum();
        String acts = changes.get(0).act().isEmpty()
                ? ""
                : " " + alike.letter() + ", "
                        + terms.count(lines, "ligne d’acte", "lignes d’actes", "act line", "act lines");
        spans.add(Span.text(
                questions.getOrDefault(alike.question(), alike.question()) + acts + terms.say("\u00A0: ", ": ")));
        if (alike.before().equals(alike.after())) {
            spans.add(Span.text(alike.after() + terms.say(", autrement", ", otherwise")));
        } else {
            spans.add(Span.before(alike.before()));
            spans.add(Span.sign(" → "));
            spans.add(Span.after(alike.after()));
        }
        long balance = changes.stream().mapToLong(ChangedAnswer::balance).sum();
        if (balance != 0) {
            spans.add(Span.text(" " + terms.signed(balance)));
        }
        return spans;
    }

    private String said(String question, Said said, boolean amount) {
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
                + (said.amount().isEmpty() || !amount ? "" : ", " + figures.euros(said.amount()));
    }
}
