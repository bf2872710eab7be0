package fr.optam.cli;

import fr.optam.compare.impact.Case;
import fr.optam.compare.impact.ChangedAnswer;
import fr.optam.compare.impact.ChangedAnswer.Said;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.QuestionTotal;
import fr.optam.compare.impact.Transition;
import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases of a comparison of effects as a person reads them: each with what changes and why, letters by letter. */
final class ImpactCases {
    private static final int CHANGES = 6;

    private final Impact impact;
    private final ImpactWords words;

    ImpactCases(Impact impact, ImpactWords words) {
        this.impact = impact;
        this.words = words;
    }

    /** Changed answers that are told in one line: the same letter with the same verdicts and causes. */
    private record Alike(String question, String letter, String from, String to, List<Integer> causes) {}

    List<String> lines(Case one) {
        List<String> lines = new ArrayList<>();
        String who = Stream.of(label(one.specialty(), 0), one.department(), label(one.option(), 3))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
        lines.add("  " + words.left(words.bold(one.practitioner()) + "  " + who, 76)
                + words.right(one.balance() == 0 ? "" : words.euros(one.balance()), 21));
        Map<Alike, List<ChangedAnswer>> alike = new LinkedHashMap<>();
        for (ChangedAnswer change : one.changes()) {
            alike.computeIfAbsent(
                            new Alike(
                                    change.question(),
                                    change.letter(),
                                    change.before().verdict(),
                                    change.after().verdict(),
                                    change.cause().edits()),
                            a -> new ArrayList<>())
                    .add(change);
        }
        alike.entrySet().stream().limit(CHANGES).forEach(e -> lines.add(line(e.getKey(), e.getValue())));
        if (alike.size() > CHANGES) {
            lines.add(words.dim(words.say(
                    "      et " + (alike.size() - CHANGES) + " de plus",
                    "      and " + (alike.size() - CHANGES) + " more")));
        }
        return lines;
    }

    private String line(Alike alike, List<ChangedAnswer> changes) {
        ChangedAnswer first = changes.get(0);
        long lines = changes.stream().mapToLong(ChangedAnswer::lines).sum();
        long balance = changes.stream().mapToLong(ChangedAnswer::balance).sum();
        String what = question(alike.question())
                + (alike.letter().isEmpty() ? "" : " " + alike.letter() + " (" + words.lines(lines) + ")");
        String move = alike.letter().isEmpty() || changes.size() == 1
                ? said(alike, first.before(), first.after())
                : verdicts(alike, first.before().value(), first.after().value(), first);
        String causes = alike.causes().stream().map(n -> "E" + n).collect(Collectors.joining(" + "));
        return "      " + words.left(what + words.say("\u00A0: ", ": ") + move, 72)
                + words.right(balance == 0 ? "" : words.euros(balance), 14) + "  " + words.dim(causes);
    }

    private String said(Alike alike, Said before, Said after) {
        String from = figure(before);
        String to = figure(after);
        if (!alike.from().equals(alike.to())) {
            return verdict(alike.question(), alike.from()) + from + " → " + verdict(alike.question(), alike.to()) + to;
        }
        return from.equals(to)
                ? verdict(alike.question(), alike.to()) + to + otherwise(before, after)
                : verdict(alike.question(), alike.to()) + from + " →" + to;
    }

    private String otherwise(Said before, Said after) {
        return before.reason().equals(after.reason())
                ? words.say(", autrement", ", otherwise")
                : " (" + before.reason() + " → " + after.reason() + ")";
    }

    private String verdicts(Alike alike, String before, String after, ChangedAnswer first) {
        String from = before.isEmpty()
                ? ""
                : " " + words.figures().of(before, first.before().unit());
        String to = after.isEmpty()
                ? ""
                : " " + words.figures().of(after, first.after().unit());
        return alike.from().equals(alike.to())
                ? verdict(alike.question(), alike.to())
                        + (from.equals(to) ? words.say(", autrement", ", otherwise") : from + " →" + to)
                : verdict(alike.question(), alike.from()) + " → " + verdict(alike.question(), alike.to());
    }

    private String figure(Said said) {
        if (!said.amount().isEmpty()) {
            return " " + words.figures().euros(said.amount());
        }
        return said.value().isEmpty() ? "" : " " + words.figures().of(said.value(), said.unit());
    }

    private String question(String question) {
        return impact.questions().stream()
                .filter(q -> q.question().equals(question))
                .map(QuestionTotal::label)
                .map(this::say)
                .findFirst()
                .orElse(question);
    }

    private String verdict(String question, String verdict) {
        return impact.transitions().stream()
                .filter(t -> t.question().equals(question))
                .flatMap(t -> Stream.of(label(t, verdict)))
                .filter(Objects::nonNull)
                .map(this::say)
                .findFirst()
                .orElse(verdict);
    }

    private static Sentence label(Transition move, String verdict) {
        return move.from().equals(verdict) ? move.fromLabel() : move.to().equals(verdict) ? move.toLabel() : null;
    }

    private String label(String code, int dimension) {
        return impact.breakdowns().get(dimension).groups().stream()
                .filter(g -> g.code().equals(code) && !code.isEmpty())
                .map(g -> say(g.label()))
                .findFirst()
                .orElse("");
    }

    private String say(Sentence sentence) {
        return words.say(sentence.fr(), sentence.en());
    }
}
