package fr.optam.explain;

import fr.optam.decision.Decision;
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
 */
public record Explanation(
        Decision decision,
        List<Step> steps,
        List<FactRead> facts,
        List<ParameterRead> parameters,
        List<NotApplied> notApplied,
        List<Why> answers) {}
