package fr.optam.explain;

import java.util.List;

/**
 * The smallest change of one fact, or of some together, that turns a verdict into a better one. One unit less of any move
 * does not, which the engine was asked.
 *
 * @param question question that it is about; {@code outcome} is the outcome of the year
 * @param from verdict as decided
 * @param to verdict after it
 * @param moves one, two, or more if no two do
 * @param effects answers whose verdict, value or amount it changes; of a letter's question, those of its act
 * @param rates rates and gaps that it changes, with the difference in points
 */
public record Change(
        String question, String from, String to, List<Move> moves, List<Effect> effects, List<Shift> rates) {

    /**
     * An answer before and after.
     *
     * @param question question
     * @param before verdict, value and amount, as text
     * @param after the same after the change; empty if there is no such answer any more
     */
    public record Effect(String question, String before, String after) {}

    /**
     * A rate before and after.
     *
     * @param question question that carries it, {@code observed.…}
     * @param from rate, four decimals
     * @param to rate after the change
     * @param points difference in points, four decimals, negative if it fell
     */
    public record Shift(String question, String from, String to, String points) {}
}
