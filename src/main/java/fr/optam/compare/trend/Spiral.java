package fr.optam.compare.trend;

import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model of renewals: at each, every member is given the mean of the members of the specialty in the region, as a new
 * installer is; those far above it leave; the next mean is taken over those who stay. The engine says what is allowed and how
 * far above a practice is; this only carries members from one renewal to the next.
 */
public final class Spiral {
    private static final String CORRECTIONS = "reference/corrections-regionales";
    private static final int DECIMALS = 6;

    private final Engine engine;
    private final Assumptions assumptions;
    private final List<String> rates;
    private final SpiralFacts facts;

    /**
     * A member.
     *
     * @param id identity
     * @param specialty code, empty if unknown
     * @param region code, empty if unknown
     * @param rates practice: ratio by name of the commitment
     * @param facts facts of the year ahead
     */
    public record Member(
            String id, String specialty, String region, SortedMap<String, BigDecimal> rates, PractitionerYear facts) {
        Member with(String rate, BigDecimal value) {
            SortedMap<String, BigDecimal> others = new TreeMap<>(rates);
            others.put(rate, value.max(BigDecimal.ZERO));
            return new Member(id, specialty, region, others, facts);
        }

        /** A member of the last year; nothing if a rate was not measured. */
        public static Optional<Member> of(YearView view, PractitionerYear ahead, String needed) {
            SortedMap<String, BigDecimal> rates = new TreeMap<>();
            view.rates().forEach((name, rate) -> rate.observed().ifPresent(r -> rates.put(name, r)));
            return rates.containsKey(needed)
                    ? Optional.of(new Member(view.id(), view.specialty(), view.region(), rates, ahead))
                    : Optional.empty();
        }
    }

    /**
     * @param engine of the rulebook that the model is about
     * @param year the year of every renewal: the rules stay those of that year
     * @param threads threads that decide
     * @throws RulebookInvalid if a rule can't be used after the change of a list
     */
    public Spiral(Engine engine, Assumptions assumptions, int year, int threads) throws RulebookInvalid {
        this.assumptions = assumptions;
        this.rates = Viewer.rates(engine);
        if (!rates.contains(assumptions.rate())) {
            throw new IllegalArgumentException("RATE: no commitment of this name, " + assumptions.rate()
                    + ". Maybe one of " + String.join(", ", rates) + ".");
        }
        this.engine = assumptions.correction() ? engine : engine.with(uncorrected(engine.rulebook()));
        this.facts = new SpiralFacts(year, assumptions.rate(), threads);
    }

    private static Rulebook uncorrected(Rulebook rulebook) throws RulebookInvalid {
        Optional<PlainTable> list = rulebook.list(CORRECTIONS);
        return list.isPresent() ? rulebook.with(list.get().with(List.of())) : rulebook;
    }

    /**
     * Carries members through the renewals.
     *
     * @throws RulebookInvalid as the constructor
     */
    public SpiralResult run(List<Member> members) throws RulebookInvalid {
        List<SpiralRound> rounds = new ArrayList<>();
        List<Member> now = members.stream().sorted(Assumptions.BY_ID).toList();
        SpiralResult.End end = SpiralResult.End.ROUNDS;
        for (int round = 1; round <= assumptions.rounds(); round++) {
            if (now.isEmpty()) {
                end = SpiralResult.End.EMPTY;
                break;
            }
            Step step = step(round, now);
            rounds.add(step.round());
            now = step.left();
            if (step.round().leavers() + step.round().adapted() == 0
                    && assumptions.growth().signum() == 0) {
                end = SpiralResult.End.STABLE;
                break;
            }
        }
        return new SpiralResult(assumptions, rounds, end, now.size());
    }

    private record Step(SpiralRound round, List<Member> left) {}

    private Step step(int number, List<Member> members) throws RulebookInvalid {
        Means means = new Means(members, assumptions.smallestGroup(), rates);
        Rulebook rulebook = engine.rulebook();
        Engine with =
                engine.with(rulebook.with(means.in(rulebook.list(Means.LIST).orElseThrow())));
        List<SpiralFacts.Ruled> ruled = facts.decide(with, members);
        Map<String, SpiralFacts.Ruled> above = new HashMap<>();
        ruled.stream()
                .filter(r -> r.gap().isPresent() && r.gap().get().compareTo(assumptions.leaveAbove()) > 0)
                .forEach(r -> above.put(r.member().id(), r));
        List<String> adapting = above.values().stream()
                .sorted(Comparator.comparing((SpiralFacts.Ruled r) -> r.gap().get())
                        .thenComparing(r -> r.member().id()))
                .limit(assumptions
                        .adapt()
                        .multiply(BigDecimal.valueOf(above.size()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue())
                .map(r -> r.member().id())
                .toList();
        adapting.forEach(above::remove);
        SpiralRound round = new SpiralRound(number, adapting.size());
        List<Member> left = new ArrayList<>();
        for (SpiralFacts.Ruled each : ruled) {
            boolean leaves = above.containsKey(each.member().id());
            round.add(each, leaves, assumptions.rate());
            if (!leaves) {
                left.add(next(each, adapting.contains(each.member().id())));
            }
        }
        return new Step(round, left);
    }

    private Member next(SpiralFacts.Ruled ruled, boolean adapts) {
        String rate = assumptions.rate();
        BigDecimal practice = adapts
                ? ruled.allowed().orElseThrow()
                : ruled.member().rates().get(rate).add(assumptions.growth().movePointLeft(2));
        return ruled.member().with(rate, practice.setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
