package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import fr.optam.rulebook.Shipped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Acts that are equal in all but their id, given as one act of so many lines or line by line: the answers are the same. */
class GroupedLinesTest {
    private static final int YEARS = 60;
    private static final String[] BILLED = {"", "", "K", "J", "JK", "T", "KT", "MM", "F", "PU", "3"};
    private static final List<PractitionerYear> SINGLE = new ArrayList<>();
    private static final List<PractitionerYear> NAMED = new ArrayList<>();
    private static final List<PractitionerYear> COUNTED = new ArrayList<>();
    private static Engine engine;

    @BeforeAll
    static void make_a_cohort_three_times() throws Exception {
        engine = new Engine(Shipped.base());
        for (int i = 0; i < YEARS; i++) {
            Random random = new Random(i);
            List<Act> single = new ArrayList<>();
            List<Act> named = new ArrayList<>();
            List<Act> counted = new ArrayList<>();
            for (int j = 0; j < 1 + random.nextInt(12); j++) {
                Act first = act("g" + j, random);
                List<String> ids = new ArrayList<>();
                for (int k = 0; k < 1 + random.nextInt(4); k++) {
                    ids.add("g" + j + "-" + k);
                    single.add(first.of(List.of("g" + j + "-" + k), 1));
                }
                named.add(first.of(ids, ids.size()));
                counted.add(first.of(ids.subList(0, 1), ids.size()));
            }
            PractitionerYear year = year(i, random);
            SINGLE.add(year.with(single));
            NAMED.add(year.with(named));
            COUNTED.add(year.with(counted));
        }
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(25) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static BigDecimal euros(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static Act act(String id, Random random) {
        return new Act(
                List.of(id),
                LocalDate.of(random.nextInt(8) == 0 ? 2024 : 2025, 1, 1).plusDays(random.nextInt(365)),
                maybe(random, LocalTime.of(random.nextInt(24), 30)),
                "HH" + (char) ('A' + random.nextInt(5)) + "A" + (100 + random.nextInt(100)),
                maybe(random, "1"),
                maybe(random, random.nextInt(3) == 0 ? "ACO" : "ADC"),
                maybe(random, BILLED[random.nextInt(BILLED.length)]),
                maybe(random, "FJKMPTU3"),
                maybe(random, random.nextInt(3) == 0 ? "2" : "1"),
                maybe(random, 1 + random.nextInt(2)),
                maybe(random, euros(10_000 + random.nextInt(20_000))),
                random.nextInt(3) == 0 ? Optional.of(euros(9_000)) : Optional.empty(),
                maybe(random, euros(10_000 + random.nextInt(30_000))),
                maybe(random, random.nextInt(6) == 0),
                maybe(random, random.nextInt(6) == 0));
    }

    private static PractitionerYear year(int number, Random random) {
        Optional<BigDecimal> fees = Optional.of(euros(15_000_000));
        return new PractitionerYear(
                2025,
                new Practitioner(
                        "P-" + number,
                        maybe(random, random.nextBoolean() ? "04" : "02"),
                        maybe(random, "2"),
                        maybe(random, true),
                        Optional.of(LocalDate.of(2005, 9, 1)),
                        Optional.of("75"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(new Request(Optional.of("OPTAM_ACO"), Optional.of(LocalDate.of(2025, 3, 1)))),
                Optional.of(List.of(new Membership(
                        random.nextBoolean() ? "OPTAM_ACO" : "OPTAM",
                        LocalDate.of(2025, 1 + random.nextInt(3), 1),
                        new Membership.End.Open(),
                        Optional.of(new BigDecimal("0.4000")),
                        Optional.of(new BigDecimal("0.3500"))))),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(List.of(new Activity(2024, Map.of("ADC", 32L), fees, fees, fees))),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.empty(),
                List.of());
    }

    /** What an answer says, of whichever line. */
    private static String said(Answer a) {
        return String.join(
                " | ",
                line(a.question()),
                a.verdict(),
                a.reason(),
                a.value().orElse(""),
                a.amount().orElse(""),
                a.confidence().name(),
                a.details().toString(),
                line(a.missing().toString()));
    }

    private static String line(String text) {
        return text.replaceAll("(g[0-9]+)-[0-9]+", "$1");
    }

    private static List<String> said(Decision decision) {
        return decision.answers().stream().map(GroupedLinesTest::said).sorted().toList();
    }

    @Test
    void lines_with_their_ids_are_answered_as_if_each_stood_alone() {
        List<Decision> single = engine.decideAll(SINGLE, Detail.FULL);
        List<Decision> named = engine.decideAll(NAMED, Detail.FULL);
        for (int i = 0; i < YEARS; i++) {
            assertEquals(said(single.get(i)), said(named.get(i)), "practitioner-year " + i);
            assertEquals(single.get(i).outcome(), named.get(i).outcome());
            assertEquals(single.get(i).confidence(), named.get(i).confidence());
        }
    }

    @Test
    void lines_that_are_only_counted_are_answered_alike() {
        List<Decision> single = engine.decideAll(SINGLE, Detail.FULL);
        List<Decision> counted = engine.decideAll(COUNTED, Detail.FULL);
        for (int i = 0; i < YEARS; i++) {
            assertEquals(
                    new TreeSet<>(said(single.get(i))), new TreeSet<>(said(counted.get(i))), "practitioner-year " + i);
            assertEquals(single.get(i).outcome(), counted.get(i).outcome());
        }
    }

    @Test
    void the_plain_way_through_the_stages_says_the_same_of_grouped_lines() {
        List<Decision> quick = engine.decideAll(COUNTED, Detail.FULL);
        for (int i = 0; i < YEARS; i++) {
            assertEquals(engine.observe(COUNTED.get(i), (table, fact) -> {}), quick.get(i), "practitioner-year " + i);
        }
    }

    @Test
    void a_line_more_changes_what_is_counted() {
        PractitionerYear one = COUNTED.get(0);
        List<Act> more = one.acts().orElseThrow().stream()
                .map(a -> a.of(a.ids(), a.lines() + 1))
                .toList();
        assertTrue(!said(engine.decide(one)).equals(said(engine.decide(one.with(more)))));
    }
}
