package fr.optam.explain;

import fr.optam.decision.Answer;
import java.util.List;

/**
 * An answer, what it rests on, and what did not apply.
 *
 * @param answer the answer
 * @param steps ids of all firings that it rests on, those that made it first
 * @param notApplied places in {@link Explanation#notApplied} of the rules and rows that had a say and did not apply
 * @param notAsked places in {@link Explanation#notAsked} of those that had a say and nothing to look at
 */
public record Why(Answer answer, List<String> steps, List<Integer> notApplied, List<Integer> notAsked) {}
