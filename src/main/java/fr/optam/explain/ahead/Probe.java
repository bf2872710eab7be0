package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The engine, asked what it decides of a year with another practice. It remembers what it was asked. */
final class Probe {
    /** The outcome of the year, as if it were a question. */
    static final String OUTCOME = "outcome";

    private final Engine engine;
    private final YearAhead year;
    private final Map<Practice, Map<String, Answer>> known = new HashMap<>();

    Probe(Engine engine, YearAhead year) {
        this.engine = engine;
        this.year = year;
    }

    /** Asks of several practices at once, which is quicker. */
    void ask(Collection<Practice> practices) {
        List<Practice> open = practices.stream()
                .filter(each -> !known.containsKey(each))
                .distinct()
                .toList();
        List<Decision> decisions =
                engine.decideAll(open.stream().map(year::with).toList(), Detail.NONE);
        for (int i = 0; i < open.size(); i++) {
            known.put(open.get(i), answers(decisions.get(i)));
        }
    }

    /** Answers by question, without those of letters. */
    Map<String, Answer> answers(Practice practice) {
        ask(List.of(practice));
        return known.get(practice);
    }

    /** Verdict of a question; empty if there is no such answer. */
    String verdict(String question, Practice practice) {
        Answer answer = answers(practice).get(question);
        return answer == null ? "" : answer.verdict();
    }

    static Map<String, Answer> answers(Decision decision) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        decision.answers().stream()
                .filter(each -> each.question().indexOf(':') < 0)
                .forEach(each -> answers.put(each.question(), each));
        return answers;
    }

    /** Cents of an amount. */
    static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    /** An amount of cents. */
    static BigDecimal amount(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
