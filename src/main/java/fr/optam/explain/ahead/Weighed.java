package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides one way to be in the year: the plan, its limits, its curves. */
final class Weighed {
    private static final String RESPECT = "respect";
    private static final String PRIME = "prime";
    private static final int STEP = 1;
    private static final int BEYOND = 15;
    private static final int ROUND = 5;
    private static final int WHOLE = 100;
    private static final int SHARE_STEP = 2;
    private static final int MANY = 300;
    private static final int COARSE = 5;

    private final Engine engine;
    private final Practice planned;
    private final List<Simulation.Rate> rates;
    private final Supposed supposed;

    Weighed(Engine engine, Practice planned, List<Simulation.Rate> rates, Supposed supposed) {
        this.engine = engine;
        this.planned = planned;
        this.rates = rates;
        this.supposed = supposed;
    }

    Way way(String id, Optional<String> option, YearAhead year) {
        Way.Kind kind = Way.Kind.valueOf(id.split(":", 2)[0]);
        YearAhead paid = kind == Way.Kind.WITHOUT || year.knowsPaid() ? year : paid(year);
        Way plain = new Way(
                id,
                kind,
                option,
                paid.with(planned),
                engine.decideAll(List.of(paid.with(planned)), Detail.PROVEN).get(0),
                kind == Way.Kind.WITHOUT ? List.of() : steps(year.withoutActs()),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        if (kind == Way.Kind.WITHOUT
                || !planned.known()
                || planned.fees().orElseThrow().signum() <= 0) {
            return plain;
        }
        Probe probe = new Probe(engine, paid);
        List<String> questions = new ArrayList<>(List.of(RESPECT));
        rates.forEach(rate -> questions.add(RESPECT + "." + rate.code()));
        questions.add(PRIME);
        Probe quick = new Probe(engine, paid.withoutActs());
        int coarse = year.lines() > MANY ? COARSE : 1;
        Curves curves = new Curves(probe, quick, planned);
        List<Limit> limits = new Limits(engine.rulebook(), probe, quick, planned).of(questions);
        return new Way(
                id,
                kind,
                option,
                plain.facts(),
                plain.decision(),
                plain.steps(),
                limits,
                together(probe, limits),
                List.of(
                        curves.of(Amount.OVERRUNS, end(plain), STEP * coarse),
                        curves.of(Amount.OPPOSABLE, WHOLE, SHARE_STEP * coarse)),
                Optional.of(Chart.of(
                        coarse > 1 ? quick : probe,
                        planned,
                        seen(plain, Amount.OVERRUNS),
                        seen(plain, Amount.OPPOSABLE))));
    }

    /** The practice with each commitment at its limit, where the plan misses both and that keeps them. */
    private Optional<Practice> together(Probe probe, List<Limit> limits) {
        Practice both = planned;
        for (Simulation.Rate rate : rates) {
            for (Limit limit : limits) {
                boolean own = limit.question().equals(RESPECT + "." + rate.code()) && limit.amount() == rate.amount();
                BigDecimal here = (rate.amount() == Amount.OVERRUNS ? both.overruns() : both.opposable()).orElseThrow();
                if (own && limit.kind() == Limit.Kind.MOST) {
                    both = both.with(rate.amount(), here.min(limit.at().orElseThrow()));
                } else if (own && limit.kind() == Limit.Kind.LEAST) {
                    both = both.with(rate.amount(), here.max(limit.at().orElseThrow()));
                }
            }
        }
        Optional<String> best = limits.stream()
                .filter(limit -> limit.question().equals(RESPECT))
                .map(Limit::best)
                .findFirst();
        boolean misses = best.filter(probe.verdict(RESPECT, planned)::equals).isEmpty();
        boolean alone = limits.stream()
                .anyMatch(limit -> limit.question().equals(RESPECT)
                        && limit.amount() != Amount.EXTRA
                        && limit.at().isPresent());
        return misses
                        && !alone
                        && best.filter(probe.verdict(RESPECT, both)::equals).isPresent()
                ? Optional.of(both)
                : Optional.empty();
    }

    /** The same with the prime paid before that would be due if the commitments were kept, where it is known. */
    private YearAhead paid(YearAhead year) {
        Answer prime = Probe.answers(engine.decideAll(
                                List.of(year.kept().with(planned.with(Amount.OVERRUNS, BigDecimal.ZERO))), Detail.RULES)
                        .get(0))
                .get(PRIME);
        if (prime == null || prime.verdict().equals("REVIEW") || prime.verdict().equals("NOT_EVALUABLE")) {
            return year;
        }
        supposed.that("PRIME_PAID_BEFORE");
        return year.paid(prime.amount().map(BigDecimal::new).orElse(new BigDecimal("0.00")));
    }

    /** Rates that must be seen: the one planned, and the commitment. */
    private List<BigDecimal> seen(Way way, Amount amount) {
        List<BigDecimal> all = new ArrayList<>();
        (amount == Amount.OVERRUNS ? planned.overrunRate() : planned.opposableShare()).ifPresent(all::add);
        rates.stream().filter(rate -> rate.amount() == amount).forEach(rate -> way.answer("commitment." + rate.code())
                .flatMap(Answer::value)
                .map(BigDecimal::new)
                .ifPresent(all::add));
        return all;
    }

    /** Percent up to which overruns are drawn: the plan and the commitments, and some more. */
    private int end(Way way) {
        BigDecimal most = planned.overrunRate().orElseThrow();
        for (Simulation.Rate rate : rates) {
            if (rate.amount() == Amount.OVERRUNS) {
                most = most.max(way.answer("commitment." + rate.code())
                        .flatMap(Answer::value)
                        .map(BigDecimal::new)
                        .orElse(BigDecimal.ZERO));
            }
        }
        int percent = most.movePointRight(2).setScale(0, RoundingMode.CEILING).intValueExact() + BEYOND;
        return (percent + ROUND - 1) / ROUND * ROUND;
    }

    /** What each rise of tariffs makes of the rate: the rules are asked with the first, the first two, and so on. */
    private List<Way.Step> steps(YearAhead year) {
        List<TariffRise> rises = year.rises().orElse(List.of());
        Reading reading = Reading.of(engine, year.withoutActs().with(planned));
        List<Way.Step> steps = new ArrayList<>();
        Optional<BigDecimal> before = shared(year.rises(List.of()));
        for (int i = 1; i <= rises.size() && before.isPresent(); i++) {
            Optional<BigDecimal> after = shared(year.rises(rises.subList(0, i)));
            if (after.isPresent() && after.get().compareTo(before.get()) != 0) {
                TariffRise rise = rises.get(i - 1);
                steps.add(new Way.Step(rise, reading.gainShare(rise.on()), before.get(), after.get()));
            }
            before = after;
        }
        return steps;
    }

    private Optional<BigDecimal> shared(YearAhead year) {
        return rates.stream()
                .filter(rate -> rate.amount() == Amount.OVERRUNS)
                .findFirst()
                .flatMap(rate ->
                        Optional.ofNullable(Probe.answers(engine.decideAll(List.of(year.with(planned)), Detail.RULES)
                                        .get(0))
                                .get("commitment." + rate.code())))
                .flatMap(answer -> answer.details().get("steps") instanceof Map<?, ?> steps
                        ? Optional.ofNullable(steps.get("afterGainSharing"))
                        : Optional.empty())
                .map(text -> new BigDecimal(String.valueOf(text)));
    }
}
