package fr.optam.report;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.explain.Account;
import fr.optam.explain.Step;
import fr.optam.explain.Why;
import fr.optam.report.Lines.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An account for the analyst: which rows and rules applied, and which did not and for which cell. */
final class AnalystText {
    private static final int CODE_STEPS = 12;

    private final Account account;
    private final Decision decision;
    private final Page page;
    private final AccountWords words;
    private final Lines out;
    private final StepLines steps;
    private final WhyNotLines whyNot;
    private final Map<String, Why> whys = new HashMap<>();

    AnalystText(Account account, Page page) {
        this.account = account;
        this.decision = account.explanation().decision();
        this.page = page;
        this.words = new AccountWords(account, page);
        this.out = new Lines(page.width(), page.colour());
        this.steps = new StepLines(account, page, words, out);
        this.whyNot = new WhyNotLines(account.explanation(), page, words, out);
        account.explanation().answers().forEach(why -> whys.put(why.answer().question(), why));
    }

    String text() {
        out.spread(
                page.say("Praticien ", "Practitioner ")
                        + decision.practitioner()
                        + page.say(", année ", ", year ")
                        + decision.year(),
                Mark.BOLD,
                page.label("OUTCOME", decision.outcome()).toUpperCase(Locale.ROOT),
                Mark.BOLD);
        out.wrapped(
                2,
                Mark.DIM,
                page.say("Référentiel ", "Rulebook ") + decision.rulebook().version()
                        + decision.rulebook().overlays().stream()
                                .map(name -> " + " + name)
                                .collect(Collectors.joining())
                        + ", " + decision.rulebook().digest());
        account.explanation().disagreements().forEach(each -> out.wrapped("  ! ", Mark.RED, words.in(each)));
        decision.answers().stream()
                .filter(answer -> !answer.question().startsWith(AccountWords.MODIFIER))
                .forEach(answer -> answer(answer, words.question(answer.question())));
        LetterGroup.of(decision.answers()).forEach(group -> {
            String more = group.answers().size() > 1
                    ? page.say(
                            " (et " + (group.answers().size() - 1) + " actes de même)",
                            " (and " + (group.answers().size() - 1) + " acts alike)")
                    : "";
            answer(group.first(), words.question(group.first().question()) + more);
        });
        changes();
        return out.toString();
    }

    private void answer(Answer answer, String question) {
        Why why = whys.get(answer.question());
        out.gap();
        out.spread(question, Mark.BOLD, words.said(answer), Mark.NONE);
        out.wrapped(2, Mark.NONE, words.in(answer.sentence()));
        out.wrapped(2, Mark.DIM, answer.question() + " = " + answer.verdict() + ", " + answer.reason());
        out.line(page.say("  Ce qui s’est appliqué", "  What applied"));
        List<Step> applied =
                why.steps().stream().map(steps::step).filter(Objects::nonNull).toList();
        applied.stream()
                .filter(step -> answer.proof().contains(step.firing().id())
                        || !step.firing().at().startsWith("rules-drl"))
                .forEach(this::applied);
        List<String> rules = applied.stream()
                .filter(step -> !answer.proof().contains(step.firing().id())
                        && step.firing().at().startsWith("rules-drl"))
                .map(step -> step.firing().rule())
                .distinct()
                .toList();
        if (!rules.isEmpty()) {
            out.wrapped("    ", Mark.DIM, page.say("et les règles ", "and the rules ") + words.few(rules, CODE_STEPS));
        }
        if (!why.notApplied().isEmpty() || !why.notAsked().isEmpty()) {
            out.line(page.say("  Ce qui ne s’est pas appliqué", "  What did not apply"));
            whyNot.write(question, answer.question(), why.notApplied(), why.notAsked());
        }
    }

    private void applied(Step step) {
        out.wrapped(
                "    → ", Mark.NONE, step.firing().rule() + ", " + step.firing().at());
        String parameters = String.join(" · ", StepLines.parameters(step));
        if (!parameters.isEmpty()) {
            out.wrapped("      ", Mark.NONE, parameters);
        }
        out.wrapped("      ", Mark.DIM, steps.citation(step));
    }

    private void changes() {
        if (account.changes().changes().isEmpty()) {
            return;
        }
        out.gap().line(out.marked(Mark.BOLD, page.say("Ce qui changerait un verdict", "What would change a verdict")));
        MoveWords moves = new MoveWords(page.french(), page::label);
        account.changes().changes().forEach(change -> {
            out.wrapped(
                    "  – ",
                    Mark.NONE,
                    words.question(change.question()) + " (" + change.question() + ")\u00A0: " + change.from() + " → "
                            + change.to() + "\u00A0: " + moves.line(change));
            change.effects().stream()
                    .filter(effect -> !effect.question().equals(change.question()))
                    .forEach(effect -> out.wrapped(
                            "      ",
                            Mark.DIM,
                            effect.question() + "\u00A0: " + effect.before() + " → " + effect.after()));
        });
    }
}
