package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import java.util.List;
import java.util.Map;

/**
 * A scenario that passes on the rulebook as it is and fails on a mutant.
 *
 * @param name name for its files
 * @param title the sentence that must stay true
 * @param difference what the mutant decides otherwise
 * @param facts what is given: the JSON of a practitioner-year as maps, lists, texts, whole numbers and truth values
 * @param expected what is stated of the decision, as maps, lists and texts
 */
public record Killer(
        String name,
        Sentence title,
        List<Sentence> difference,
        Map<String, Object> facts,
        Map<String, Object> expected) {}
