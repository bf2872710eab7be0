package fr.optam.decision;

import java.util.List;
import java.util.Optional;

/**
 * A finding about facts that disagree or that a person should check; it changes no verdict.
 *
 * @param code finding code
 * @param acts ids of the acts concerned, sorted
 * @param amount EUR, two decimals
 * @param rule id of the rule that made it; empty for what the reading of the input found
 * @param sentence the finding in words
 */
public record Problem(String code, List<String> acts, Optional<String> amount, String rule, Sentence sentence) {
    /** Code of what two evaluations of the same rulebook disagree on. */
    public static final String DISAGREEMENT = "EVALUATIONS_DISAGREE";

    /** The same about other acts. */
    public Problem about(List<String> others) {
        return new Problem(code, others, amount, rule, sentence);
    }
}
