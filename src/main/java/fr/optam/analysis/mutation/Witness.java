package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;

/**
 * A scenario that passes on the rulebook as it is and fails on a mutant.
 *
 * @param name name for its files
 * @param title the sentence that must stay true
 * @param lines what differs, in words
 * @param given facts as JSON
 * @param expected what is stated, as JSON
 */
public record Witness(String name, Sentence title, Sentence lines, String given, String expected) {}
