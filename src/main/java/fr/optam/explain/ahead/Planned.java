package fr.optam.explain.ahead;

import fr.optam.decision.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeMap;

/** The practice of a year, of the one before and what is planned otherwise. */
final class Planned {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Plan plan;
    private final Supposed supposed;

    Planned(Plan plan, Supposed supposed) {
        this.plan = plan;
        this.supposed = supposed;
    }

    Practice of(Practice base, Optional<Integer> from, int year, boolean inProgress) throws PlanRefused {
        boolean whole = plan.fees().isEmpty()
                && plan.acts().isEmpty()
                && plan.overrunRate().isEmpty()
                && plan.opposableShare().isEmpty();
        if (whole) {
            from.filter(of -> !inProgress).ifPresent(of -> supposed.that("PRACTICE_GOES_ON", "from", of, "year", year));
            return base;
        }
        Practice scaled = fees(acts(base));
        BigDecimal fees = scaled.fees().orElse(null);
        return new Practice(
                scaled.fees(),
                part(plan.overrunRate(), "--overrun-rate", fees, RoundingMode.DOWN, "OVERRUN_RATE_PLANNED")
                        .or(scaled::overruns),
                part(plan.opposableShare(), "--opposable-share", fees, RoundingMode.UP, "OPPOSABLE_SHARE_PLANNED")
                        .or(scaled::opposable),
                scaled.counts());
    }

    private Practice acts(Practice base) throws PlanRefused {
        if (plan.acts().isEmpty()) {
            return base;
        }
        Plan.Acts acts = plan.acts().get();
        BigDecimal before = BigDecimal.valueOf(base.acts());
        if (!acts.percent() && before.signum() == 0) {
            throw new PlanRefused(
                    "--acts",
                    new Sentence(
                            "aucun nombre d’actes n’est connu avant, "
                                    + acts.number().toPlainString(),
                            "no number of acts is known before, "
                                    + acts.number().toPlainString()),
                    new Sentence(
                            "Peut-être des pour cent, ou activity.….actCounts dans les faits.",
                            "Maybe percent, or activity.….actCounts in the facts."));
        }
        supposed.that("ACTS_PLANNED", "acts", acts.number().toPlainString() + (acts.percent() ? "\u00A0%" : ""));
        return acts.percent() ? base.times(HUNDRED.add(acts.number()), HUNDRED) : base.times(acts.number(), before);
    }

    private Practice fees(Practice before) {
        if (plan.fees().isEmpty()) {
            return before;
        }
        BigDecimal fees = plan.fees().get();
        supposed.that("FEES_PLANNED", "fees", Supposed.euros(fees));
        if (before.fees().filter(known -> known.signum() > 0).isEmpty()) {
            return new Practice(Optional.of(fees), Optional.empty(), Optional.empty(), new TreeMap<>(before.counts()));
        }
        Practice scaled = before.times(fees, before.fees().get());
        return new Practice(Optional.of(fees), scaled.overruns(), scaled.opposable(), before.counts());
    }

    private Optional<BigDecimal> part(
            Optional<BigDecimal> rate, String where, BigDecimal fees, RoundingMode rounding, String code)
            throws PlanRefused {
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        if (fees == null) {
            throw new PlanRefused(
                    where,
                    new Sentence(
                            "sans honoraires dont prendre " + rate.get().toPlainString(),
                            "no fees to take " + rate.get().toPlainString() + " of"),
                    new Sentence("Peut-être --fees EUR.", "Maybe --fees EUR."));
        }
        supposed.that(code, "rate", Supposed.rate(rate.get()));
        return Optional.of(fees.multiply(rate.get()).setScale(2, rounding));
    }
}
