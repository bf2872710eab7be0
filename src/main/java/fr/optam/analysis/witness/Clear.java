package fr.optam.analysis.witness;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.rulebook.table.RuleTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How clear a decision is: leaving facts out must not make it less so.
 *
 * @param table the table that it is to show
 * @param evaluable whether there is an outcome
 * @param open number of answers that lack facts
 * @param problems codes of its findings
 * @param resting verdict and reason of the answers that rest on rows of the table, by question
 */
record Clear(RuleTable table, boolean evaluable, long open, Set<String> problems, Map<String, List<String>> resting) {
    private static final String OPEN = "NOT_EVALUABLE";

    static Clear of(Decision decision, RuleTable table) {
        Set<String> codes = new HashSet<>();
        decision.problems().stream().map(Problem::code).forEach(codes::add);
        return new Clear(
                table,
                !decision.outcome().equals(OPEN),
                decision.answers().stream()
                        .filter(a -> a.verdict().equals(OPEN))
                        .count(),
                codes,
                resting(decision, table));
    }

    private static Map<String, List<String>> resting(Decision decision, RuleTable table) {
        Set<String> firings = new HashSet<>();
        for (int before = -1; before < firings.size(); ) {
            before = firings.size();
            for (Firing firing : decision.firings()) {
                if (table.row(firing.rule()).isPresent()
                        || firing.because().stream().anyMatch(firings::contains)) {
                    firings.add(firing.id());
                }
            }
        }
        Map<String, List<String>> resting = new HashMap<>();
        for (Answer answer : decision.answers()) {
            if (answer.proof().stream().anyMatch(firings::contains)) {
                resting.put(answer.question(), List.of(answer.verdict(), answer.reason()));
            }
        }
        return resting;
    }

    /** Whether another decision is no less clear. */
    boolean isKeptBy(Decision other) {
        Clear its = of(other, table);
        return (its.evaluable || !evaluable)
                && its.open <= open
                && problems.containsAll(its.problems)
                && its.resting.equals(resting);
    }
}
