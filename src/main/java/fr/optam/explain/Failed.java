package fr.optam.explain;

import fr.optam.decision.Sentence;
import java.util.List;

/**
 * A condition that did not hold.
 *
 * @param at cell {@code C12} of a table, or the condition of a DRL rule as written
 * @param wanted what it asks for, in words
 * @param readings fields that it read, with the values they had
 * @param validity whether it is the row's validity that is not met
 */
public record Failed(String at, Sentence wanted, List<Reading> readings, boolean validity) {}
