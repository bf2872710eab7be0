package fr.optam.analysis.witness;

import fr.optam.decision.Decision;
import fr.optam.engine.Observed;
import java.util.List;
import java.util.Map;

/** What became of the search for facts. */
public sealed interface Witness {
    /** Number of facts that were looked at. */
    int runs();

    /**
     * Facts that reach the goal.
     *
     * @param facts JSON of the practitioner-year as maps, lists, texts, whole numbers, truth values and nulls
     * @param observed what the table is asked
     * @param rows ids of the rows of the table that apply to it
     * @param decision what is decided
     * @param runs number of facts that were looked at
     */
    record Found(Map<String, Object> facts, Observed observed, List<String> rows, Decision decision, int runs)
            implements Witness {}

    /**
     * No facts were found.
     *
     * @param fields fields of the table that were not as wanted in the facts nearest to the goal
     * @param never fields that no rule and no facts can make what is wanted, whatever the others are; empty if that is not
     *     known
     * @param nearest values by field of those nearest facts
     * @param runs number of facts that were looked at
     */
    record Unreached(List<String> fields, List<String> never, Map<String, Object> nearest, int runs)
            implements Witness {}
}
