package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.TariffRise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Simulates the year ahead: makes its facts, and lets the engine decide each of them. */
public final class Simulator {
    private final Engine engine;

    private final PractitionerYear facts;

    private final Plan plan;

    private final Supposed supposed;

    private Simulator(Engine engine, PractitionerYear facts, Plan plan) {
        this.engine = engine;
        this.facts = facts;
        this.plan = plan;
        this.supposed = new Supposed(engine.rulebook());
    }

    /**
     * Simulates.
     *
     * @param engine with the rulebook that decides
     * @param facts what is known
     * @param plan what is planned
     * @throws PlanRefused if the plan does not go with the facts
     */
    public static Simulation of(Engine engine, PractitionerYear facts, Plan plan) throws PlanRefused {
        return new Simulator(engine, facts, plan).simulation();
    }

    private Simulation simulation() throws PlanRefused {
        Clipped clipped = Clipped.of(engine, facts, plan, supposed);
        int year = clipped.year();
        Optional<Integer> practiceOf = clipped.practiceOf();
        Practice base = practiceOf.map(clipped::practice).orElse(Practice.UNKNOWN);
        Practice planned = new Planned(plan, supposed)
                .of(base, practiceOf, year, clipped.pace().isPresent());
        YearAhead ahead = ahead(clipped, practiceOf);
        Openings openings = new Openings(engine, facts, plan);
        clipped.pace()
                .filter(pace -> facts.year() == year
                        && facts.acts().filter(acts -> !acts.isEmpty()).isPresent())
                .ifPresent(pace -> supposed.that("ACTS_KNOWN_ONLY", "until", pace.until()));
        if (YearAhead.endUnknown(facts)) {
            supposed.that("MEMBERSHIP_END_OPEN");
        }
        supposed.that("NO_NEW_EVENT");
        supposed.that("OTHER_FACTS_STAY");
        List<Simulation.Rate> rates = openings.rates(ahead, planned);
        Decision doors = engine.decide(ahead.withoutActs().with(planned));
        Optional<String> option =
                Reading.of(engine, ahead.withoutActs().with(planned)).option();
        List<Simulation.Door> open = openings.doors(doors, option);
        List<Way> ways = ways(ahead, planned, rates, open, option);
        String main = main(ways, facts.year() == year);
        Optional<Pace> pace = clipped.pace();
        if (pace.isPresent()) {
            PractitionerYear of = facts.year() == year
                    ? ways.stream()
                            .filter(w -> w.id().equals(main))
                            .findFirst()
                            .orElseThrow()
                            .facts()
                    : clipped.facts();
            Map<String, Map<String, Answer>> ends = new TreeMap<>();
            Ends.of(engine, of, pace.get()).forEach(ends::put);
            pace = Optional.of(pace.get().with(ends));
        }
        return new Simulation(
                facts,
                year,
                engine.decide(now(clipped)),
                practiceOf,
                base,
                planned,
                pace,
                rates,
                open,
                ways,
                main,
                supposed.all());
    }

    /** The facts as they are, for the commitments of their year, which do not depend on acts once activity is known. */
    private PractitionerYear now(Clipped clipped) {
        return new PractitionerYear(
                facts.year(),
                facts.practitioner(),
                facts.request(),
                facts.memberships(),
                clipped.activity(),
                facts.acts().map(all -> List.of()),
                facts.tariffRises(),
                facts.events(),
                facts.paid(),
                List.of());
    }

    private YearAhead ahead(Clipped clipped, Optional<Integer> practiceOf) {
        int year = clipped.year();
        Optional<List<Act>> acts = clipped.facts().acts();
        if (facts.year() != year && acts.isPresent()) {
            int from = practiceOf.orElse(facts.year());
            acts = acts.map(all -> MovedActs.of(all, from, year));
            if (!acts.get().isEmpty()) {
                supposed.that("ACTS_MOVED", "from", from, "year", year);
            }
        }
        Optional<List<TariffRise>> rises = facts.tariffRises();
        if (plan.rises().isPresent()) {
            List<TariffRise> all = new ArrayList<>(rises.orElse(List.of()));
            all.addAll(plan.rises().get());
            rises = Optional.of(all);
            supposed.that(all.isEmpty() ? "NO_RISE" : "RISES_PLANNED");
        }
        Optional<List<Activity>> activity = clipped.activity();
        return YearAhead.of(clipped.facts(), year, activity, acts, rises);
    }

    private List<Way> ways(
            YearAhead ahead,
            Practice planned,
            List<Simulation.Rate> rates,
            List<Simulation.Door> doors,
            Optional<String> option) {
        Map<String, YearAhead> all = new LinkedHashMap<>();
        if (option.isPresent()) {
            if (ahead.signed()) {
                all.put(Way.Kind.KEPT.name(), ahead);
            }
            all.put(Way.Kind.RENEWED.name(), ahead.renewed());
            supposed.that(ahead.signed() ? "RENEWED_AT_NEW_RATES" : "MEMBERSHIP_GOES_ON");
        }
        doors.stream()
                .filter(door -> door.simulated()
                        && !option.filter(door.option()::equals).isPresent())
                .forEach(door -> all.put(Way.Kind.JOINED + ":" + door.option(), ahead.joined(door.option())));
        if (all.keySet().stream().anyMatch(id -> id.startsWith(Way.Kind.JOINED.name()))) {
            supposed.that("JOINED_ON_FIRST_DAY", "year", ahead.with(planned).year());
        }
        all.put(Way.Kind.WITHOUT.name(), ahead.without());
        Weighed weighed = new Weighed(engine, planned, rates, supposed);
        List<Way> ways = new ArrayList<>();
        all.forEach((id, each) -> ways.add(weighed.way(
                id,
                id.startsWith(Way.Kind.JOINED.name())
                        ? Optional.of(id.substring(id.indexOf(':') + 1))
                        : id.equals(Way.Kind.WITHOUT.name()) ? Optional.empty() : option,
                each)));
        return ways;
    }

    /**
     * The way to speak of first: a year in progress as it is, a year ahead with its own rates; where these cannot be
     * judged and others can, the first of those.
     */
    private static String main(List<Way> ways, boolean inProgress) {
        List<Way.Kind> order = inProgress
                ? List.of(Way.Kind.KEPT, Way.Kind.RENEWED, Way.Kind.JOINED)
                : List.of(Way.Kind.RENEWED, Way.Kind.KEPT, Way.Kind.JOINED);
        List<Way> all = order.stream()
                .flatMap(kind -> ways.stream().filter(way -> way.kind() == kind))
                .toList();
        return all.stream()
                .filter(way -> way.answer("respect").stream()
                        .noneMatch(answer -> answer.verdict().equals("NOT_EVALUABLE")))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Way::id)
                .orElse(Way.Kind.WITHOUT.name());
    }
}
