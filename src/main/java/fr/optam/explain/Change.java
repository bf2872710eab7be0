package fr.optam.explain;

import java.util.List;

/**
 * The smallest change of one fact, or of two together, that turns a verdict into a better one. One unit less of any move
 * does not.
 *
 * @param question question that it is about
 * @param from verdict as decided
 * @param to verdict after it
 * @param moves one or two
 * @param effects answers whose verdict, value or amount it changes
 */
public record Change(String question, String from, String to, List<Move> moves, List<Effect> effects) {

    /**
     * An answer before and after.
     *
     * @param question question
     * @param before verdict, value and amount, as text
     * @param after the same after the change
     */
    public record Effect(String question, String before, String after) {}
}
