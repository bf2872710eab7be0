package fr.optam.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one question.
 *
 * @param question name of the question, {@code eligibility.OPTAM_ACO}, {@code modifier:a1:K}
 * @param verdict verdict code
 * @param reason reason code of the step that settled the verdict
 * @param value figure as decimal text, a date or a code
 * @param unit unit of the value: {@code acts}, {@code rate}, {@code points}, {@code share}, {@code EUR}, {@code date}
 * @param amount EUR, two decimals
 * @param confidence weakest source of the proof
 * @param proof ids of the firings that made the answer, in order
 * @param details further figures by name, as text, or nested maps and lists of text
 * @param missing JSON paths of the facts that the answer lacked
 * @param sentence the reason in words
 */
public record Answer(
        String question,
        String verdict,
        String reason,
        Optional<String> value,
        Optional<String> unit,
        Optional<String> amount,
        Confidence confidence,
        List<String> proof,
        Map<String, Object> details,
        List<String> missing,
        Sentence sentence) {}
