package fr.optam.compare.impact;

import fr.optam.decision.Sentence;

/**
 * Answers to one question that go from one verdict to another, or keep it and change otherwise.
 *
 * @param question question, as in {@link QuestionTotal}
 * @param from verdict before; empty if there was no such answer
 * @param fromLabel what people call it
 * @param to verdict after; empty if there is no such answer
 * @param toLabel what people call it
 * @param shown how many, with the euros that count in the balance
 */
public record Transition(String question, String from, Sentence fromLabel, String to, Sentence toLabel, Shown shown) {}
