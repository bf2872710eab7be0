package fr.optam.cli;

import fr.optam.compare.impact.Breakdown;
import fr.optam.compare.impact.Cause;
import fr.optam.compare.impact.CauseTotal;
import fr.optam.compare.impact.EditEffect;
import fr.optam.compare.impact.EditEffect.Reach;
import fr.optam.compare.impact.EditView;
import fr.optam.compare.impact.Figures;
import fr.optam.compare.impact.FindingTotal;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.QuestionTotal;
import fr.optam.compare.impact.Transition;
import fr.optam.decision.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** What a change of rules does, for a person in a terminal: what changed, for how many, why, and who most. */
final class ImpactText {
    /** Lines of a list that stand on the first screen. */
    private static final int MOST = 12;

    private static final int CASES = 8;

    private final Impact impact;
    private final ImpactWords words;
    private final StringBuilder out = new StringBuilder();

    ImpactText(Impact impact, boolean french, boolean colour) {
        this.impact = impact;
        this.words = new ImpactWords(french, colour);
    }

    String whole() {
        ImpactHead head = new ImpactHead(impact, words);
        out.append(head.sides());
        if (impact.edits().isEmpty()) {
            line("");
            line(say(
                    "Les deux référentiels décident de même : aucune modification de règle, de ligne ni de valeur.",
                    "Both rulebooks decide alike: no edit of a rule, a row or a value."));
            return out.toString();
        }
        out.append(head.totals());
        edits();
        questions();
        causes();
        groups();
        findings();
        cases();
        return out.toString();
    }

    private void edits() {
        List<EditEffect> effective =
                impact.edits().stream().filter(e -> e.reach() == Reach.EFFECT).toList();
        List<EditEffect> idle =
                impact.edits().stream().filter(e -> e.reach() != Reach.EFFECT).toList();
        title(
                say("Modifications du référentiel", "Edits of the rulebook"),
                say("praticiens", "people"),
                say("réponses", "answers"),
                say("leur part", "their part"));
        effective.stream()
                .limit(MOST)
                .forEach(e -> row(
                        "  " + words.left(e.edit().name(), 4) + say(e.edit().title()),
                        e.part().figures().orElse(Figures.NONE)));
        more(effective.size(), MOST);
        if (!idle.isEmpty()) {
            line(words.dim("  "
                    + say(
                            idle.size() == 1
                                    ? "1 sans effet sur cette cohorte : "
                                    : words.number(idle.size()) + " sans effet sur cette cohorte : ",
                            words.number(idle.size()) + " without effect on this cohort: ")
                    + words.cut(
                            idle.stream().map(e -> e.edit().name() + reached(e)).collect(Collectors.joining(", ")),
                            96)));
        }
    }

    private String reached(EditEffect effect) {
        return effect.reach() == Reach.UNREACHED ? say(" (jamais atteinte)", " (never reached)") : "";
    }

    private void questions() {
        if (impact.questions().isEmpty()) {
            return;
        }
        title(
                say("Réponses qui changent", "Answers that change"),
                say("praticiens", "people"),
                say("réponses", "answers"),
                say("bilan", "balance"));
        for (QuestionTotal question : impact.questions()) {
            row(
                    "  " + words.bold(say(question.label()))
                            + (question.counted() || question.before() == question.after()
                                    ? ""
                                    : words.dim(say(" (montré à part)", " (shown apart)"))),
                    question.shown().figures().orElse(Figures.NONE));
            List<Transition> moves = impact.transitions().stream()
                    .filter(t -> t.question().equals(question.question()))
                    .toList();
            moves.stream()
                    .limit(MOST)
                    .forEach(t -> row("    " + move(t), t.shown().figures().orElse(Figures.NONE)));
            more(moves.size(), MOST);
            if (question.unmeasured() > 0) {
                line(words.dim("    "
                        + say(
                                "sans montant connu d’un côté : " + words.number(question.unmeasured()),
                                "without a known amount on one side: " + words.number(question.unmeasured()))));
            }
        }
    }

    private String move(Transition move) {
        return move.from().equals(move.to())
                ? say(move.from().isEmpty() ? move.toLabel() : move.fromLabel()) + say(", autrement", ", otherwise")
                : say(move.fromLabel()) + " → " + say(move.toLabel());
    }

    private void causes() {
        if (impact.causes().isEmpty()) {
            return;
        }
        title(
                say("Causes", "Causes"),
                say("praticiens", "people"),
                say("réponses", "answers"),
                say("bilan", "balance"));
        impact.causes().stream()
                .limit(MOST)
                .forEach(c -> row("  " + cause(c), c.shown().figures().orElse(Figures.NONE)));
        more(impact.causes().size(), MOST);
    }

    private String cause(CauseTotal total) {
        Cause cause = total.cause();
        String names = cause.edits().stream().map(n -> "E" + n).collect(Collectors.joining(" + "));
        String how =
                switch (cause.how()) {
                    case ALONE -> say("seule", "alone");
                    case TOGETHER -> say("seulement ensemble", "only together");
                    case EITHER -> say("chacune suffit", "each suffices");
                    case PARTLY -> say("chacune en partie", "each in part");
                };
        return names + words.dim(" " + how + (cause.exact() ? "" : say(", part estimée", ", share estimated"))) + "  "
                + cause.edits().stream()
                        .map(n -> impact.edits().get(n - 1).edit())
                        .map(EditView::row)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private void groups() {
        for (Breakdown breakdown : impact.breakdowns()) {
            List<Breakdown.Group> changed = breakdown.groups().stream()
                    .filter(g -> g.shown().figures().orElse(Figures.NONE).changed() > 0)
                    .toList();
            if (changed.isEmpty()) {
                continue;
            }
            title(
                    words.dimension(breakdown.dimension()),
                    say("praticiens", "people"),
                    say("changent", "change"),
                    say("bilan", "balance"));
            changed.stream().limit(MOST).forEach(g -> {
                Figures figures = g.shown().figures().orElse(Figures.NONE);
                row(
                        "  " + (g.code().isEmpty() ? "" : g.code().length() < 4 ? words.left(g.code(), 4) : "")
                                + say(g.label()),
                        words.number(figures.practitioners()),
                        words.number(figures.changed()),
                        words.euros(figures.balance()));
            });
            more(changed.size(), MOST);
        }
    }

    private void findings() {
        if (impact.findings().isEmpty()) {
            return;
        }
        line("");
        line(words.bold(words.left(say("Constats, en praticiens", "Findings, in practitioners"), 62))
                + words.dim(words.right(say("gagnés", "gained"), 10) + words.right(say("perdus", "lost"), 11)));
        for (FindingTotal finding : impact.findings()) {
            line("  " + words.left(finding.code(), 60) + words.right(words.number(finding.gained()), 10)
                    + words.right(words.number(finding.lost()), 11));
        }
    }

    private void cases() {
        if (impact.largest().isEmpty()) {
            return;
        }
        line("");
        line(words.bold(say("Les plus touchés", "Those most affected"))
                + words.dim(
                        impact.population().synthetic()
                                ? say(" (praticiens fictifs)", " (synthetic practitioners)")
                                : say(" (données personnelles)", " (personal data)")));
        ImpactCases cases = new ImpactCases(impact, words);
        impact.largest().stream()
                .limit(CASES)
                .map(cases::lines)
                .flatMap(List::stream)
                .forEach(this::line);
        int more = impact.largest().size() - CASES;
        Figures all = impact.totals().figures().orElse(Figures.NONE);
        if (more > 0) {
            line(words.dim(say(
                    "  et " + words.number(all.changed() - CASES) + " de plus ; tous dans --cases FICHIER.csv",
                    "  and " + words.number(all.changed() - CASES) + " more; all of them in --cases FILE.csv")));
        }
    }

    private void title(String title, String first, String second, String third) {
        line("");
        line(words.bold(words.left(title, 62))
                + words.dim(words.right(first, 10) + words.right(second, 11) + words.right(third, 16)));
    }

    private void row(String label, Figures figures) {
        row(
                label,
                words.number(figures.changed()),
                words.number(figures.answers()),
                figures.gain() == 0 && figures.loss() == 0 ? "" : words.euros(figures.balance()));
    }

    private void row(String label, String first, String second, String third) {
        line(words.left(label, 62) + words.right(first, 10) + words.right(second, 11) + words.right(third, 16));
    }

    private void more(int size, int shown) {
        if (size > shown) {
            line(words.dim(say(
                    "  et " + words.number(size - shown) + " de plus (--format json)",
                    "  and " + words.number(size - shown) + " more (--format json)")));
        }
    }

    private String say(Sentence sentence) {
        return words.say(sentence.fr(), sentence.en());
    }

    private String say(String fr, String en) {
        return words.say(fr, en);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
