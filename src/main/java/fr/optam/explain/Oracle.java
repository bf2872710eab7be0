package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real rules, asked what they would decide if some facts were other. It remembers what it was asked. */
final class Oracle {
    /** The outcome of the year, as if it were a question. */
    static final String OUTCOME = "outcome";

    private final Engine engine;
    private final YearFacts facts;
    private final Detail detail;
    private final Ranking ranking;
    private final Map<Map<String, String>, Map<String, Answer>> known = new HashMap<>();

    /**
     * @param engine with the rulebook that decided
     * @param facts what is known
     * @param detail how much is answered: with {@link Detail#NONE} letters found regular are left out
     * @param ranking which verdict is better
     */
    Oracle(Engine engine, YearFacts facts, Detail detail, Ranking ranking) {
        this.engine = engine;
        this.facts = facts;
        this.detail = detail;
        this.ranking = ranking;
    }

    YearFacts facts() {
        return facts;
    }

    /** The same rules, asked about other facts. */
    Oracle about(YearFacts others) {
        return about(others, detail);
    }

    /** The same rules, asked about other facts for more or less of an answer. */
    Oracle about(YearFacts others, Detail much) {
        return new Oracle(engine, others, much, ranking);
    }

    /** Asks several at once, which is quicker than one after the other. */
    void ask(Collection<List<Turn>> all) {
        List<Map<String, String>> open = all.stream()
                .map(Turn::edits)
                .filter(edits -> !known.containsKey(edits))
                .distinct()
                .toList();
        List<PractitionerYear> years = open.stream().map(facts::with).toList();
        if (!open.isEmpty()) {
            List<Decision> decisions = engine.decideAll(years, detail);
            for (int i = 0; i < open.size(); i++) {
                known.put(open.get(i), answers(decisions.get(i)));
            }
        }
    }

    /** Answers by question, the outcome among them. */
    Map<String, Answer> after(List<Turn> turns) {
        ask(List.of(turns));
        return known.get(Turn.edits(turns));
    }

    /** Whether an answer gets better. */
    boolean flips(Answer answer, List<Turn> turns) {
        return better(answer, after(turns));
    }

    /** Whether an answer is better among others. */
    boolean better(Answer answer, Map<String, Answer> after) {
        Answer one = after.get(answer.question());
        return one != null && ranking.better(answer.question(), one.verdict(), answer.verdict());
    }

    /** Whether an answer gets better, for each of several facts by itself. */
    static List<Boolean> flip(Answer answer, List<Oracle> oracles, List<List<Turn>> turns) {
        List<PractitionerYear> years = new ArrayList<>();
        for (int i = 0; i < oracles.size(); i++) {
            years.add(oracles.get(i).facts.with(Turn.edits(turns.get(i))));
        }
        if (years.isEmpty()) {
            return List.of();
        }
        Oracle first = oracles.get(0);
        return first.engine.decideAll(years, first.detail).stream()
                .map(decision -> first.better(answer, answers(decision)))
                .toList();
    }

    /** Answers of a decision by question, the outcome among them. */
    static Map<String, Answer> answers(Decision decision) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        decision.answers().forEach(each -> answers.put(each.question(), each));
        answers.put(
                OUTCOME,
                new Answer(
                        OUTCOME,
                        decision.outcome(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        decision.confidence(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        decision.outcomeSentence()));
        return answers;
    }
}
