package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.Act;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A practitioner-year with few of its acts, of which the same is answered: quicker to ask. What is found with it is claimed
 * only if all facts confirm it.
 */
final class FewerActs {
    private static final int SOME = 6;
    private static final List<String> FIGURES = List.of("rate", "points", "share");

    private final Engine engine;
    private final Ranking ranking;

    FewerActs(Engine engine, Ranking ranking) {
        this.engine = engine;
        this.ranking = ranking;
    }

    /**
     * The rules, asked about few acts, or about all if figures of a year come from them or another answer is given.
     *
     * @param year all facts
     * @param derived whether figures of a year come from its acts
     * @param answers what was decided of them
     */
    Oracle of(YearFacts year, boolean derived, Map<String, Answer> answers) {
        Oracle all = new Oracle(engine, year, Detail.NONE, ranking);
        if (derived) {
            return all;
        }
        Set<String> doubtful = new HashSet<>();
        answers.values().stream()
                .filter(answer -> answer.question().indexOf(':') >= 0)
                .filter(answer -> ranking.improvable(answer.question(), answer.verdict()))
                .forEach(answer -> doubtful.add(answer.question()
                        .substring(
                                answer.question().indexOf(':') + 1,
                                answer.question().lastIndexOf(':'))));
        Set<List<Object>> kinds = new HashSet<>();
        Set<List<Object>> doubtfulKinds = new HashSet<>();
        Oracle few = all.about(year.only(act -> {
            boolean doubt =
                    twice(act.modifiers().orElse("")) || act.ids().stream().anyMatch(doubtful::contains);
            Set<List<Object>> of = doubt ? doubtfulKinds : kinds;
            return of.size() < SOME && of.add(kind(act));
        }));
        Map<String, Answer> said = few.after(List.of());
        boolean same = answers.values().stream()
                .filter(answer -> answer.question().indexOf(':') < 0)
                .allMatch(answer -> said.containsKey(answer.question())
                        && said.get(answer.question()).verdict().equals(answer.verdict())
                        && said.get(answer.question()).reason().equals(answer.reason())
                        && (!FIGURES.contains(answer.unit().orElse(""))
                                || said.get(answer.question()).value().equals(answer.value())));
        return same ? few : all;
    }

    private static boolean twice(String letters) {
        return letters.chars().distinct().count() < letters.length();
    }

    private static List<Object> kind(Act act) {
        return List.of(act.on().getYear(), act.modifiers(), act.allowedModifiers());
    }
}
