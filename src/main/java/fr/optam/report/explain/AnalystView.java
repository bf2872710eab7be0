package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.explain.Step;
import fr.optam.explain.Why;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the analyst reads: which rule and row decided each question, and why the others did not. */
final class AnalystView {
    private static final int NEAREST = 4;
    private static final int ROWS = 8;

    private final Dossier dossier;
    private final WhyNotTables whyNot;
    private final Map<String, Why> whys = new HashMap<>();

    AnalystView(Dossier dossier, Subjects subjects) {
        this.dossier = dossier;
        this.whyNot = new WhyNotTables(dossier, subjects);
        dossier.account()
                .explanation()
                .answers()
                .forEach(why -> whys.put(why.answer().question(), why));
    }

    /** What the template takes. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("decided", decided());
        model.put("parts", whyNot.parts());
        model.put("notAsked", whyNot.notAsked());
        model.put(
                "disagreements",
                dossier.account().explanation().disagreements().stream()
                        .map(dossier::say)
                        .toList());
        return model;
    }

    private DataTable decided() {
        List<Row> rows = new ArrayList<>();
        dossier.answers().forEach(answer -> rows.add(row(dossier.question(answer.question()), answer)));
        new Letters(dossier)
                .groups()
                .forEach(group -> rows.add(row(
                        dossier.label("QUESTION", "modifier") + "\u00A0" + group.letter() + " ("
                                + dossier.figures()
                                        .of(String.valueOf(group.acts().size()), "acts") + ")",
                        group.first())));
        return DataTable.of(
                "decide",
                dossier.say("Ce qui a décidé chaque question", "What decided each question"),
                "stack",
                List.of(
                        Head.of("Question"),
                        Head.of(dossier.say("Réponse", "Answer")),
                        Head.of(
                                dossier.say("Règle ou ligne, source, validité", "Rule or row, source, validity"),
                                "long"),
                        Head.of(
                                dossier.say(
                                        "Autres chiffres, et lignes proches non appliquées",
                                        "Further figures, and near rows that did not apply"),
                                "long")),
                rows);
    }

    private Row row(String name, Answer answer) {
        List<Span> said = new ArrayList<>(List.of(Span.badge(
                dossier.verdict(answer.question(), answer.verdict()),
                dossier.tone(answer.question(), answer.verdict()))));
        dossier.figures(answer).forEach(figure -> {
            said.add(Span.lineBreak());
            said.add(Span.text(figure));
        });
        said.add(Span.lineBreak());
        said.add(Span.code(answer.reason()));
        return new Row(
                "",
                "",
                List.of(
                        List.of(Span.text(name), Span.lineBreak(), Span.code(answer.question())),
                        said,
                        steps(answer),
                        beside(answer)),
                List.of());
    }

    private List<Span> steps(Answer answer) {
        List<Span> spans = new ArrayList<>();
        for (String id : answer.proof()) {
            dossier.step(id).ifPresent(step -> {
                if (!spans.isEmpty()) {
                    spans.add(Span.lineBreak());
                }
                spans.addAll(step(step));
            });
        }
        Set<String> seen = new LinkedHashSet<>();
        int left = 0;
        for (String id : whys.containsKey(answer.question())
                ? whys.get(answer.question()).steps()
                : List.<String>of()) {
            Step step = dossier.step(id).orElseThrow();
            boolean row = step.firing().at().contains(".drl.xlsx!");
            if (row && !answer.proof().contains(id) && seen.add(step.firing().rule())) {
                if (seen.size() > ROWS) {
                    left++;
                } else {
                    spans.add(Span.lineBreak());
                    spans.add(Span.text("↳ "));
                    spans.addAll(step(step));
                }
            }
        }
        if (left > 0) {
            spans.add(Span.lineBreak());
            spans.add(Span.soft(dossier.say(
                    "et " + left + " autres lignes, dans l’arbre de preuve",
                    "and " + left + " more rows, in the proof")));
        }
        return spans;
    }

    private List<Span> step(Step step) {
        List<Span> spans = new ArrayList<>(List.of(
                Span.code(step.firing().rule()),
                Span.text(" "),
                Span.confidence(step.confidence()),
                Span.lineBreak(),
                Span.code(step.firing().at()),
                Span.lineBreak()));
        spans.addAll(dossier.cited(step.firing().sources()));
        spans.add(Span.soft(" – " + dossier.validity(step.from(), step.to())));
        if (!step.note().isEmpty()) {
            spans.add(Span.lineBreak());
            spans.add(dossier.french(step.note()));
        }
        return spans;
    }

    private List<Span> beside(Answer answer) {
        List<Span> spans = new ArrayList<>();
        for (List<Span> line : Details.lines(dossier, answer.details())) {
            spans.addAll(line);
            spans.add(Span.lineBreak());
        }
        Why why = whys.get(answer.question());
        List<WhyNotTables.Group> nearest =
                why == null ? List.of() : whyNot.nearest(why.notApplied(), NEAREST, phase(answer));
        if (!nearest.isEmpty()) {
            spans.add(Span.soft(dossier.colon("Plus proches", "Nearest")));
        }
        String between = "";
        for (WhyNotTables.Group group : nearest) {
            spans.add(Span.text(between));
            spans.add(Span.codeLink(group.rule(), "#" + group.anchor()));
            spans.add(Span.soft(" (" + group.size() + ")"));
            between = ", ";
        }
        return spans;
    }

    private String phase(Answer answer) {
        return answer.proof().stream()
                .flatMap(id -> dossier.firing(id).stream())
                .map(firing -> dossier.rulebook().rules().get(firing.rule()))
                .filter(rule -> rule != null)
                .map(rule -> rule.stage().phase())
                .findFirst()
                .orElse("");
    }
}
