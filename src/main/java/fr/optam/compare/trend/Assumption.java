package fr.optam.compare.trend;

import fr.optam.decision.Sentence;

/**
 * An assumption of a model.
 *
 * @param name its name
 * @param value value that is used
 * @param unit unit of the value
 * @param words what it says
 * @param at cell it stands in
 * @param changed whether the call gave the value instead of the cell
 * @param confidence grade
 * @param note remark of the cell
 */
public record Assumption(
        String name,
        String value,
        String unit,
        Sentence words,
        String at,
        boolean changed,
        String confidence,
        String note) {}
