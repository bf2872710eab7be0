package fr.optam.decision;

import java.util.List;

/**
 * The decision of one practitioner-year.
 *
 * @param practitioner identity
 * @param year civil year
 * @param rulebook which rulebook decided
 * @param factsDigest {@code sha256:…} over the canonical facts; filled by whoever holds their bytes, else empty
 * @param outcome outcome code
 * @param outcomeSentence the outcome in words
 * @param confidence weakest of the answers that say something
 * @param answers in the order of the questions
 * @param firings rules and rows that applied
 * @param missing JSON paths of absent facts that an answer needed, sorted
 * @param problems findings
 */
public record Decision(
        String practitioner,
        int year,
        RulebookId rulebook,
        String factsDigest,
        String outcome,
        Sentence outcomeSentence,
        Confidence confidence,
        List<Answer> answers,
        List<Firing> firings,
        List<String> missing,
        List<Problem> problems) {

    /** The same decision with other findings. */
    public Decision with(List<Problem> others) {
        return new Decision(
                practitioner,
                year,
                rulebook,
                factsDigest,
                outcome,
                outcomeSentence,
                confidence,
                answers,
                firings,
                missing,
                List.copyOf(others));
    }
}
