package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the engine decides as one amount goes from nothing to much, all else as planned.
 *
 * @param amount what is turned
 * @param points in the order of the amount: a round grid, the plan, and both sides of each turn
 * @param turns where answers change by a step, to the cent
 */
public record Curve(Amount amount, List<Point> points, List<Turn> turns) {
    /** Copies the lists. */
    public Curve {
        points = List.copyOf(points);
        turns = List.copyOf(turns);
    }

    /**
     * One practice and what is decided of it.
     *
     * @param at the amount, EUR
     * @param rate the amount by the fees, six decimals
     * @param planned whether it is the plan
     * @param answers answers by question, without those of letters
     */
    public record Point(BigDecimal at, BigDecimal rate, boolean planned, Map<String, Answer> answers) {}

    /**
     * A step of some answers between two neighbouring cents.
     *
     * @param last last amount with the answers before, EUR
     * @param next first amount with the answers after, a cent more
     * @param before answers before, of the questions that turn
     * @param after answers after, of the same questions in the same order
     */
    public record Turn(BigDecimal last, BigDecimal next, List<Answer> before, List<Answer> after) {}
}
