package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers about letters of acts, those that say the same of the same letter together. */
final class Letters {
    private static final int SHOWN = 12;

    private final Dossier dossier;
    private final List<Group> groups;

    /** Answers about one letter with the same verdict and reason. */
    record Group(String letter, Answer first, List<String> acts, BigDecimal amount) {}

    private record Key(String letter, String verdict, String sentence) {}

    Letters(Dossier dossier) {
        this.dossier = dossier;
        Map<Key, List<Answer>> alike = new LinkedHashMap<>();
        for (Answer answer : dossier.decision().answers()) {
            if (Dossier.ofLetter(answer.question())) {
                String letter = answer.question().substring(answer.question().lastIndexOf(Dossier.SEPARATE) + 1);
                alike.computeIfAbsent(new Key(letter, answer.verdict(), answer.reason()), key -> new ArrayList<>())
                        .add(answer);
            }
        }
        this.groups = alike.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().letter(),
                        entry.getValue().get(0),
                        entry.getValue().stream().map(Letters::act).toList(),
                        entry.getValue().stream()
                                .flatMap(answer -> answer.amount().stream())
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    private static String act(Answer answer) {
        return answer.question()
                .substring(
                        answer.question().indexOf(Dossier.SEPARATE) + 1,
                        answer.question().lastIndexOf(Dossier.SEPARATE));
    }

    List<Group> groups() {
        return groups;
    }

    /** A row a group: letter, answer, sentence of the first act. */
    List<Row> rows() {
        return groups.stream()
                .map(group -> new Row(
                        "",
                        dossier.tone(group.first().question(), group.first().verdict())
                                .replace("info", ""),
                        List.of(
                                List.of(Span.text(dossier.label("QUESTION", "modifier") + "\u00A0" + group.letter())),
                                verdict(group),
                                sentence(group)),
                        acts(group)))
                .toList();
    }

    private List<Span> sentence(Group group) {
        Span sentence = Span.text(dossier.say(group.first().sentence()));
        return group.acts().size() == 1
                ? List.of(sentence)
                : List.of(
                        Span.soft(dossier.colon(
                                "Acte " + group.acts().get(0),
                                "Act " + group.acts().get(0))),
                        sentence);
    }

    private List<Span> verdict(Group group) {
        List<Span> spans = new ArrayList<>(List.of(
                Span.badge(
                        dossier.verdict(group.first().question(), group.first().verdict()),
                        dossier.tone(group.first().question(), group.first().verdict())),
                Span.lineBreak(),
                Span.text(dossier.figures().of(String.valueOf(group.acts().size()), "acts"))));
        if (group.amount().signum() > 0) {
            spans.add(Span.text(dossier.say(", en tout ", ", in total ")
                    + dossier.figures().euros(group.amount().toPlainString())));
        }
        return spans;
    }

    private List<Span> acts(Group group) {
        if (group.acts().size() == 1) {
            return List.of(Span.text(dossier.say("Acte ", "Act ") + group.acts().get(0)));
        }
        int rest = group.acts().size() - SHOWN;
        return List.of(Span.text(dossier.colon("Actes", "Acts")
                + String.join(
                        ", ",
                        group.acts().subList(0, Math.min(SHOWN, group.acts().size())))
                + (rest > 0 ? dossier.say(" et " + rest + " autres", " and " + rest + " more") : "")));
    }
}
