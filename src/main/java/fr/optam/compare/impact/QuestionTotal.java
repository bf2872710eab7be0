package fr.optam.compare.impact;

import fr.optam.decision.Sentence;

/**
 * What changes of one question.
 *
 * @param question {@code outcome}, {@code prime}, or {@code modifier} for all letters of all acts
 * @param label what people call it
 * @param counted whether its euros count in the balance
 * @param shown changed answers; gain and loss are those of its own figure, also where they do not count in the balance
 * @param before sum of its figure before over the changed answers where both sides know it, cents with the sign of the
 *     practitioner; zero where hidden
 * @param after the same after
 * @param unmeasured changed answers where one side does not know its figure, so that no euros are told
 */
public record QuestionTotal(
        String question, Sentence label, boolean counted, Shown shown, long before, long after, long unmeasured) {}
