package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One way to be in the year that is looked at.
 *
 * @param id {@code KEPT}, {@code RENEWED}, {@code JOINED:} and an option, {@code WITHOUT}
 * @param kind which of these
 * @param option code of the option; empty without one
 * @param facts what was decided
 * @param decision decided with its whole proof, the practice being as planned
 * @param steps how rises of tariffs change the rate that is computed, in the order of dates
 * @param limits how far amounts can go
 * @param together fewer overruns and more fees at opposable tariffs that keep the commitments where neither does alone
 * @param curves what is decided as an amount goes up
 * @param chart what is decided of both rates together; empty if the practice is not known
 */
public record Way(
        String id,
        Kind kind,
        Optional<String> option,
        PractitionerYear facts,
        Decision decision,
        List<Step> steps,
        List<Limit> limits,
        Optional<Practice> together,
        List<Curve> curves,
        Optional<Chart> chart) {
    /** Copies the lists. */
    public Way {
        steps = List.copyOf(steps);
        limits = List.copyOf(limits);
        curves = List.copyOf(curves);
    }

    /** What becomes of the membership. */
    public enum Kind {
        /** It goes on with the rates that are signed. */
        KEPT,
        /** It goes on with the rates of the year. */
        RENEWED,
        /** It begins on the first day of the year. */
        JOINED,
        /** There is none. */
        WITHOUT
    }

    /** The answer to a question. */
    public Optional<Answer> answer(String question) {
        return decision.answers().stream()
                .filter(each -> each.question().equals(question))
                .findFirst();
    }

    /** A limit. */
    public Optional<Limit> limit(String question, Amount amount) {
        return limits.stream()
                .filter(each -> each.question().equals(question) && each.amount() == amount)
                .findFirst();
    }

    /** A curve. */
    public Optional<Curve> curve(Amount amount) {
        return curves.stream().filter(each -> each.amount() == amount).findFirst();
    }

    /**
     * A rise of tariffs and what the rules make of the rate.
     *
     * @param rise the rise
     * @param share share of it that is left to the physician; empty if no row says
     * @param before rate before it, six decimals
     * @param after rate after it, six decimals
     */
    public record Step(TariffRise rise, Optional<BigDecimal> share, BigDecimal before, BigDecimal after) {}
}
