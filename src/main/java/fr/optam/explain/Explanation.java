package fr.optam.explain;

import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import java.util.List;

/**
 * Everything that can be said of one decision; each view shows a part of it.
 *
 * @param decision the decision with its whole proof
 * @param steps rules and rows that applied
 * @param facts facts read
 * @param parameters table values read
 * @param notApplied rules and rows that did not apply
 * @param answers the answers in the order of the questions
 * @param asked what every table was asked, and which rows applied
 * @param notAsked rules and rows that were asked about nothing
 * @param outcome what the outcome rests on
 * @param disagreements where a second evaluation of the tables, made without the rule engine, finds otherwise
 */
public record Explanation(
        Decision decision,
        List<Step> steps,
        List<FactRead> facts,
        List<ParameterRead> parameters,
        List<NotApplied> notApplied,
        List<Why> answers,
        List<Asked> asked,
        List<NotAsked> notAsked,
        Outcome outcome,
        List<Sentence> disagreements) {

    /**
     * What the outcome rests on.
     *
     * @param proof ids of the firings that state it
     * @param steps ids of all firings that it rests on, those that state it first
     * @param notApplied places in {@link Explanation#notApplied}
     * @param notAsked places in {@link Explanation#notAsked}
     */
    public record Outcome(List<String> proof, List<String> steps, List<Integer> notApplied, List<Integer> notAsked) {}
}
