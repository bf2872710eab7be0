package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far an amount can go while a question keeps its best verdict, to the cent. The engine was asked at the limit and one
 * cent beyond it.
 *
 * @param question question that must keep its best verdict
 * @param best that verdict
 * @param amount what is turned, all else as planned
 * @param kind whether it is a largest or a smallest amount, or there is none
 * @param at the limit, EUR; present for {@link Kind#MOST} and {@link Kind#LEAST}
 * @param held answer at the limit
 * @param lost answer one cent beyond it
 */
public record Limit(
        String question,
        String best,
        Amount amount,
        Kind kind,
        Optional<BigDecimal> at,
        Optional<Answer> held,
        Optional<Answer> lost) {
    /** What a limit is. */
    public enum Kind {
        /** The largest amount with which the best verdict holds. */
        MOST,
        /** The smallest one. */
        LEAST,
        /** It holds whatever the amount. */
        ALWAYS,
        /** It holds with no amount. */
        NEVER,
        /** The question cannot be evaluated. */
        UNKNOWN
    }
}
