package fr.optam.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one question.
 *
 * @param acts acts that it is an answer about, by the first id of each; empty for an answer about the practitioner-year, and
 *     where each line of an act has its own
 * @param question name of the question, {@code eligibility.OPTAM_ACO}, {@code modifier:a1:K}
 * @param verdict verdict code
 * @param reason reason code of the step that settled the verdict
 * @param value figure as decimal text, a date or a code
 * @param unit unit of the value: {@code acts}, {@code rate}, {@code points}, {@code share}, {@code EUR}, {@code date}
 * @param amount EUR, two decimals
 * @param confidence weakest source of the proof
 * @param proof ids of the firings that made the answer, in order; ids of rules where no firing is written
 * @param details further figures by name, as text, or nested maps and lists of text
 * @param missing JSON paths of the facts that the answer lacked
 * @param sentence the reason in words
 */
public record Answer(
        List<String> acts,
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
        Sentence sentence) {

    /** An answer about the practitioner-year, or about one line. */
    public Answer(
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
            Sentence sentence) {
        this(List.of(), question, verdict, reason, value, unit, amount, confidence, proof, details, missing, sentence);
    }

    /** The same about certain acts, under another question and with other missing facts. */
    public Answer about(List<String> others, String asked, List<String> lacking) {
        return new Answer(
                others, asked, verdict, reason, value, unit, amount, confidence, proof, details, lacking, sentence);
    }
}
