package fr.optam.compare.trend;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision says, made now or recorded.
 *
 * @param answers by question
 * @param findings codes of the findings
 * @param outcome outcome code
 */
public record Said(Map<String, To> answers, List<String> findings, String outcome) {
    /** Copies. */
    public Said {
        answers = Map.copyOf(answers);
        findings = List.copyOf(findings);
    }

    /**
     * The answer to a question.
     *
     * @param verdict verdict code
     * @param reason reason code
     * @param value figure, if there is one
     * @param amount EUR, if there is one
     * @param details further figures by name
     */
    public record To(
            String verdict,
            String reason,
            Optional<String> value,
            Optional<String> amount,
            Map<String, Object> details) {}

    /** What a decision says. */
    public static Said of(Decision decision) {
        Map<String, To> answers = new HashMap<>();
        for (Answer each : decision.answers()) {
            answers.put(
                    each.question(),
                    new To(each.verdict(), each.reason(), each.value(), each.amount(), each.details()));
        }
        return new Said(answers, decision.problems().stream().map(Problem::code).toList(), decision.outcome());
    }

    /** The verdict of a question; empty if it was not answered. */
    String verdict(String question) {
        To to = answers.get(question);
        return to == null ? "" : to.verdict();
    }

    /** Whether the year ahead asks nothing of the practitioner, who is no member any more. */
    public boolean notAsked() {
        return verdict("respect").equals("NOT_APPLICABLE");
    }
}
