package fr.optam.explain;

import fr.optam.decision.Sentence;
import java.util.List;

/**
 * A condition that did not hold.
 *
 * @param at cell {@code C12} of a table, or the condition of a DRL rule as written
 * @param test how the cell is compared, {@code AT_LEAST}; empty for a DRL rule
 * @param condition what the cell shows; for a DRL rule the condition as written
 * @param wanted what it asks for, in words
 * @param readings fields that it read, with the values they had
 * @param validity whether it is the row's validity that is not met
 * @param open whether it neither holds nor fails, because what it read is not known
 */
public record Failed(
        String at,
        String test,
        String condition,
        Sentence wanted,
        List<Reading> readings,
        boolean validity,
        boolean open) {}
