package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.TariffRise;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Simulates the year ahead: makes its facts, and lets the engine decide each of them. */
public final class Simulator {
    private static final String ELIGIBILITY = "eligibility.";
    private static final String ELIGIBLE = "ELIGIBLE";
    private static final String REVIEW = "REVIEW";

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
        clipped.pace()
                .filter(pace -> facts.year() == year
                        && facts.acts().filter(acts -> !acts.isEmpty()).isPresent())
                .ifPresent(pace -> supposed.that("ACTS_KNOWN_ONLY", "until", pace.until()));
        if (YearAhead.endUnknown(facts)) {
            supposed.that("MEMBERSHIP_END_OPEN");
        }
        supposed.that("NO_NEW_EVENT");
        supposed.that("OTHER_FACTS_STAY");
        List<Simulation.Rate> rates = rates(ahead, planned);
        Decision doors = engine.decide(ahead.withoutActs().with(planned));
        Optional<String> option =
                Reading.of(engine, ahead.withoutActs().with(planned)).option();
        List<Simulation.Door> open = doors(doors, option);
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
            acts = acts.map(all -> YearAhead.moved(all, from, year));
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

    /** Each commitment with the amount that moves its observed rate, found by moving one. */
    private List<Simulation.Rate> rates(YearAhead ahead, Practice planned) {
        Practice some = planned.known() && planned.fees().orElseThrow().signum() > 0
                ? planned
                : new Practice(
                        Optional.of(java.math.BigDecimal.valueOf(100)),
                        Optional.of(java.math.BigDecimal.TEN),
                        Optional.of(java.math.BigDecimal.TEN),
                        new TreeMap<>());
        Probe probe = new Probe(engine, ahead.withoutActs());
        Practice more = some.with(
                Amount.OVERRUNS, some.overruns().orElseThrow().add(some.fees().orElseThrow()));
        List<Simulation.Rate> rates = new ArrayList<>();
        codes("reference/engagements", "rate").forEach(code -> {
            Optional<String> one = value(probe, some, "observed." + code);
            rates.add(new Simulation.Rate(
                    code, one.equals(value(probe, more, "observed." + code)) ? Amount.OPPOSABLE : Amount.OVERRUNS));
        });
        return rates;
    }

    private static Optional<String> value(Probe probe, Practice practice, String question) {
        return Optional.ofNullable(probe.answers(practice).get(question)).flatMap(Answer::value);
    }

    private List<String> codes(String list, String column) {
        Rulebook rulebook = engine.rulebook();
        LocalDate day = LocalDate.of(facts.year(), 12, 31);
        return rulebook.list(list).map(PlainTable::rows).orElse(List.of()).stream()
                .filter(row -> column.equals("option") || row.citation().validOn(day))
                .map(row -> String.valueOf(row.values().get(column)))
                .distinct()
                .toList();
    }

    private List<Simulation.Door> doors(Decision decision, Optional<String> member) throws PlanRefused {
        List<String> all = codes("reference/options", "option");
        for (String wanted : plan.options()) {
            if (!all.contains(wanted)) {
                throw new PlanRefused(
                        "--option",
                        new Sentence("option inconnue, " + wanted, "no such option, " + wanted),
                        new Sentence(
                                "Peut-être " + String.join(", ", all) + ".", "Maybe " + String.join(", ", all) + "."));
            }
        }
        List<Simulation.Door> doors = new ArrayList<>();
        for (String option : all) {
            decision.answers().stream()
                    .filter(each -> each.question().equals(ELIGIBILITY + option))
                    .findFirst()
                    .ifPresent(answer -> doors.add(new Simulation.Door(
                            option,
                            answer,
                            plan.options().isEmpty()
                                    ? List.of(ELIGIBLE, REVIEW).contains(answer.verdict())
                                            || member.filter(option::equals).isPresent()
                                    : plan.options().contains(option))));
        }
        return doors;
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
