package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Firing;
import fr.optam.decision.Source;
import fr.optam.explain.Step;
import fr.optam.fact.Request;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answers that made the outcome. */
final class Reasons {
    private final Dossier dossier;

    Reasons(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The step that stated the outcome. */
    Optional<Firing> outcome() {
        String outcome = dossier.decision().outcome();
        return dossier.account().explanation().steps().stream()
                .map(Step::firing)
                .filter(firing -> {
                    Rule rule = dossier.rulebook().rules().get(firing.rule());
                    return rule != null && rule.statements().contains(new Statement.Outcome(outcome));
                })
                .findFirst();
    }

    /** The answers on which the outcome rests, the parts of an answer in its place where they say the same. */
    List<Answer> main() {
        Set<String> because =
                outcome().map(firing -> Set.copyOf(firing.because())).orElse(Set.of());
        List<Answer> made = dossier.answers().stream()
                .filter(answer -> answer.proof().stream().anyMatch(because::contains))
                .toList();
        String worst = made.stream().anyMatch(answer -> is(answer, "bad")) ? "bad" : "good";
        Set<Answer> main = new LinkedHashSet<>();
        made.stream().filter(answer -> is(answer, worst)).forEach(answer -> main.addAll(parts(answer)));
        if (main.isEmpty()) {
            asked().ifPresent(main::add);
        }
        return List.copyOf(main);
    }

    private List<Answer> parts(Answer answer) {
        List<Answer> parts = dossier.answers().stream()
                .filter(part -> part.question().startsWith(answer.question() + ".")
                        && part.verdict().equals(answer.verdict()))
                .toList();
        return parts.isEmpty() ? List.of(answer) : parts;
    }

    private boolean is(Answer answer, String tone) {
        return dossier.tone(answer.question(), answer.verdict()).equals(tone);
    }

    /** The answer about the option that was asked for. */
    private Optional<Answer> asked() {
        return dossier.account().facts().request().flatMap(Request::option).flatMap(option -> dossier.answers().stream()
                .filter(answer -> answer.question().endsWith("." + option))
                .findFirst());
    }

    /** What some answers cite, each source once; what the outcome cites if there are none. */
    List<Source> sources(List<Answer> answers) {
        List<Source> sources = new ArrayList<>();
        answers.stream().flatMap(answer -> answer.proof().stream()).forEach(id -> dossier.firing(id)
                .ifPresent(firing -> sources.addAll(firing.sources())));
        if (sources.isEmpty()) {
            outcome().ifPresent(firing -> sources.addAll(firing.sources()));
        }
        return sources;
    }
}
