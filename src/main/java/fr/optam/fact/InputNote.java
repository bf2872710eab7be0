package fr.optam.fact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the reading of the input found about this practitioner-year: a finding that no rule made.
 *
 * @param code finding code, such as {@code INPUT_ROWS_REJECTED}
 * @param acts ids of the acts concerned, sorted; empty if it is about none
 * @param values values for the placeholders of its sentence, by name
 */
public record InputNote(String code, List<String> acts, Map<String, String> values) {

    /** Sorts both, so that nothing depends on the order of the input. */
    public InputNote {
        acts = acts.stream().sorted().toList();
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
