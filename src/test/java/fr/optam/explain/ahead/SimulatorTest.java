package fr.optam.explain.ahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Answer;
import fr.optam.engine.Engine;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.rulebook.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the year ahead is what the engine decides of it, to the cent. */
class SimulatorTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static Engine engine;
    private static Engine priced;

    @BeforeAll
    static void engines() throws RulebookInvalid {
        engine = new Engine(Shipped.base());
        priced = new Engine(RulebookLoader.load(new RulebookLocation(
                Shipped.ROOT, List.of(Path.of("decision-tables", "overlays", "prime-rates-kept")), Shipped.CACHE)));
    }

    private static PractitionerYear read(String file) throws IOException, FactsRefused {
        return FactsJson.read(Files.readAllBytes(Path.of("test-scenarios", "facts", file)));
    }

    private static PractitionerYear renewal(String... edits) throws IOException, FactsRefused {
        String json = Files.readString(Path.of("test-scenarios", "facts", "renewal-2026.json"));
        for (int i = 0; i < edits.length; i += 2) {
            assertTrue(json.contains(edits[i]), edits[i]);
            json = json.replace(edits[i], edits[i + 1]);
        }
        return FactsJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Plan plan(String overrunRate, String opposableShare) {
        return new Plan(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new BigDecimal(overrunRate)),
                Optional.of(new BigDecimal(opposableShare)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Plan until(String day) {
        return new Plan(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse(day)),
                List.of());
    }

    /** Decides the facts of a way again with one amount changed, and all of its acts. */
    private static Answer again(Engine by, Way way, Practice planned, Limit limit, BigDecimal at) {
        PractitionerYear facts = way.facts();
        Practice practice = planned.with(limit.amount(), at);
        PractitionerYear changed = new PractitionerYear(
                facts.year(),
                facts.practitioner(),
                facts.request(),
                facts.memberships(),
                facts.activity().map(all -> all.stream()
                        .map(each -> each.year() == facts.year()
                                ? new fr.optam.fact.Activity(
                                        each.year(),
                                        each.actCounts(),
                                        practice.fees(),
                                        practice.overruns(),
                                        practice.opposable())
                                : each)
                        .toList()),
                facts.acts(),
                facts.tariffRises(),
                facts.events(),
                facts.paid(),
                facts.notes());
        return by.decide(changed).answers().stream()
                .filter(answer -> answer.question().equals(limit.question()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.41,0.40", "0.62,0.40", "0.70,0.10", "0.60,0.22", "1.20,0.90", "0,1"})
    void every_limit_holds_and_a_cent_more_does_not(String overrunRate, String opposableShare) throws Exception {
        Simulation simulation = Simulator.of(engine, renewal(), plan(overrunRate, opposableShare));
        int limits = 0;
        for (Way way : simulation.ways()) {
            for (Limit limit : way.limits()) {
                if (limit.at().isPresent()) {
                    BigDecimal at = limit.at().get();
                    BigDecimal beyond = limit.kind() == Limit.Kind.MOST ? at.add(CENT) : at.subtract(CENT);
                    Practice planned = simulation.planned();
                    assertEquals(
                            limit.best(), again(engine, way, planned, limit, at).verdict(), limit.toString());
                    assertFalse(
                            limit.best()
                                    .equals(again(engine, way, planned, limit, beyond)
                                            .verdict()),
                            limit.toString());
                    limits++;
                }
            }
        }
        assertTrue(limits >= 4, String.valueOf(limits));
    }

    @Test
    void as_overruns_go_up_the_prime_only_falls_and_as_the_share_goes_up_it_only_rises() throws Exception {
        Simulation simulation = Simulator.of(priced, renewal(), Plan.NONE);
        for (Way way : simulation.ways()) {
            for (Curve curve : way.curves()) {
                BigDecimal last = null;
                Set<BigDecimal> seen = new TreeSet<>();
                for (Curve.Point point : curve.points()) {
                    BigDecimal prime =
                            new BigDecimal(point.answers().get("prime").amount().orElseThrow());
                    if (last != null) {
                        int way0 = curve.amount() == Amount.OVERRUNS ? last.compareTo(prime) : prime.compareTo(last);
                        assertTrue(way0 >= 0, curve.amount() + " " + point.at());
                    }
                    last = prime;
                    seen.add(prime);
                }
                assertTrue(seen.size() >= 6, seen.toString());
                assertEquals(
                        1, curve.points().stream().filter(Curve.Point::planned).count());
            }
        }
    }

    @Test
    void the_steps_of_the_prime_are_those_of_the_scale() throws Exception {
        Way way = Simulator.of(priced, renewal(), Plan.NONE).way("RENEWED").orElseThrow();
        List<String> shares = way.curve(Amount.OVERRUNS).orElseThrow().turns().stream()
                .flatMap(turn -> turn.after().stream())
                .filter(answer -> answer.question().equals("prime"))
                .map(answer -> answer.value().orElse("0"))
                .map(value -> new BigDecimal(value).stripTrailingZeros().toPlainString())
                .toList();
        assertEquals(List.of("0.9", "0.7", "0.5", "0.3", "0"), shares);
    }

    @ParameterizedTest
    @CsvSource({"0.60,0.25,RESPECTED,1", "0.65,0.25,BREACHED,0.3", "0.60,0.20,BREACHED,0.9", "0.70,0.25,BREACHED,0"})
    void both_rates_together_are_decided_pair_by_pair(String rate, String share, String respect, String prime)
            throws Exception {
        Way way = Simulator.of(priced, renewal(), Plan.NONE).way("RENEWED").orElseThrow();
        Chart.Spot spot = way.chart().orElseThrow().spots().stream()
                .filter(each -> each.overrunRate().equals(new BigDecimal(rate))
                        && each.opposableShare().equals(new BigDecimal(share)))
                .findFirst()
                .orElseThrow();
        assertEquals(respect, spot.answers().get("respect").verdict());
        assertEquals(
                0,
                new BigDecimal(prime)
                        .compareTo(new BigDecimal(
                                spot.answers().get("prime").value().orElse("0"))));
    }

    @Test
    void where_both_commitments_are_missed_both_amounts_are_told_that_keep_them() throws Exception {
        Simulation simulation = Simulator.of(engine, renewal(), plan("0.70", "0.10"));
        Way way = simulation.way("RENEWED").orElseThrow();
        Practice both = way.together().orElseThrow();
        Limit overruns = way.limit("respect.overrunRate", Amount.OVERRUNS).orElseThrow();
        Limit opposable = way.limit("respect.opposableShare", Amount.OPPOSABLE).orElseThrow();
        assertEquals(overruns.at(), both.overruns());
        assertEquals(opposable.at(), both.opposable());
        assertEquals(
                Optional.empty(),
                Simulator.of(engine, renewal(), Plan.NONE)
                        .way("RENEWED")
                        .orElseThrow()
                        .together());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30,2026,181,365",
        "2028-02-29,2028,60,366",
        "2028-12-31,2028,366,366",
        "2027-02-28,2027,59,365",
        "2026-01-01,2026,1,365"
    })
    void a_year_in_progress_ends_as_its_days_say(String day, int year, int known, int days) throws Exception {
        PractitionerYear facts = renewal("\"year\": 2025", "\"year\": " + year);
        Simulation simulation = Simulator.of(engine, facts, until(day));
        Pace pace = simulation.pace().orElseThrow();
        assertEquals(known, pace.daysKnown());
        assertEquals(days, pace.days());
        BigDecimal expected = new BigDecimal("98400.00")
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(known), 2, java.math.RoundingMode.HALF_UP);
        assertEquals(expected, pace.atPace().overruns().orElseThrow());
        assertEquals(
                new BigDecimal("98400.00"), pace.withoutOverruns().overruns().orElseThrow());
        assertEquals(pace.atPace().fees(), pace.withoutOverruns().fees());
        assertEquals(
                days - known,
                pace.portions(BigDecimal.TEN).stream()
                        .mapToInt(Pace.Portion::days)
                        .sum());
        assertEquals(known == days, pace.portions(BigDecimal.TEN).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "14511.32", "100000.00", "7.77"})
    void what_is_left_is_given_out_to_the_cent(String left) throws Exception {
        Pace pace = Simulator.of(engine, read("partial-year-2026.json"), until("2026-05-17"))
                .pace()
                .orElseThrow();
        assertEquals(
                new BigDecimal(left),
                pace.portions(new BigDecimal(left)).stream()
                        .map(Pace.Portion::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(5, pace.portions(new BigDecimal(left)).get(0).number());
        assertEquals(14, pace.portions(new BigDecimal(left)).get(0).days());
    }

    @Test
    void months_are_the_sums_of_their_acts_and_add_up_to_what_is_known() throws Exception {
        Pace pace = Simulator.of(engine, read("partial-year-2026.json"), until("2026-05-17"))
                .pace()
                .orElseThrow();
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                pace.months().stream().map(Pace.Month::number).toList());
        assertEquals(
                pace.soFar().overruns().orElseThrow(),
                pace.months().stream()
                        .map(month -> month.practice().overruns().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(
                pace.soFar().fees().orElseThrow(),
                pace.months().stream()
                        .map(month -> month.practice().fees().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @ParameterizedTest
    @ValueSource(ints = {2027, 2028, 2029, 2032})
    void acts_move_to_the_same_day_of_the_week_and_stay_in_their_year(int to) throws Exception {
        PractitionerYear facts = read("partial-year-2026.json");
        List<Act> acts = facts.acts().orElseThrow();
        List<Act> moved = MovedActs.of(acts, 2026, to);
        assertEquals(acts.size(), moved.size());
        for (Act act : acts) {
            Act other = moved.stream()
                    .filter(each -> each.ids().equals(act.ids()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(to, other.on().getYear());
            assertEquals(act.on().getDayOfWeek(), other.on().getDayOfWeek());
            assertTrue(Math.abs(act.on().withYear(to).toEpochDay() - other.on().toEpochDay()) <= 6);
        }
        assertEquals(Set.of(to), moved.stream().map(act -> act.on().getYear()).collect(Collectors.toSet()));
    }

    @Test
    void what_is_unknown_stays_unknown_and_is_named() throws Exception {
        PractitionerYear facts = renewal(
                "\"tariffRises\": [], ",
                "",
                "\"commitment\": { \"overrunRate\": \"0.4200\", \"opposableShare\": \"0.3900\" }",
                "\"commitment\": {}");
        Way way = Simulator.of(engine, facts, Plan.NONE).first();
        assertEquals(
                "REVIEW", way.answer("commitment.overrunRate").orElseThrow().verdict());
        assertEquals(
                "NOT_EVALUABLE", way.answer("respect.overrunRate").orElseThrow().verdict());
        PractitionerYear without = renewal("{ \"year\": 2023", "{ \"year\": 2021", "\"overrunRate\": \"0.4200\", ", "");
        Simulation simulation = Simulator.of(engine, without, Plan.NONE);
        assertEquals(
                List.of("activity.2023"),
                simulation
                        .way("RENEWED")
                        .orElseThrow()
                        .answer("commitment.overrunRate")
                        .orElseThrow()
                        .missing());
    }

    @Test
    void a_practice_without_plan_goes_on_as_it_was() throws Exception {
        Simulation simulation = Simulator.of(engine, renewal(), Plan.NONE);
        assertEquals(2026, simulation.year());
        assertEquals(Optional.of(2025), simulation.practiceOf());
        assertEquals(simulation.base(), simulation.planned());
        assertTrue(
                simulation.assumptions().stream().anyMatch(each -> each.code().equals("PRACTICE_GOES_ON")));
        assertTrue(
                simulation.assumptions().stream().noneMatch(each -> each.row().isEmpty()));
        assertEquals(
                List.of("KEPT", "RENEWED", "WITHOUT"),
                simulation.ways().stream().map(Way::id).toList());
    }
}
