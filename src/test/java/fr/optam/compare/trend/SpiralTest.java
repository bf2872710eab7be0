package fr.optam.compare.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.engine.Engine;
import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Six surgeons of one region with 10, 20, 30, 40, 50 and 60 % of overruns; those more than five points above leave. */
class SpiralTest {
    private static final String RATE = "overrunRate";
    private static Engine engine;

    @BeforeAll
    static void load() throws Exception {
        engine = new Engine(Shipped.base());
    }

    private static Spiral.Member member(String id, String specialty, String rate) {
        Practitioner practitioner = new Practitioner(
                id,
                Optional.of(specialty),
                Optional.of("2"),
                Optional.of(true),
                Optional.of(LocalDate.of(2005, 3, 1)),
                Optional.of("75"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Membership membership = new Membership(
                "OPTAM", LocalDate.of(2017, 1, 1), new Membership.End.Open(), Optional.empty(), Optional.empty());
        Activity activity = new Activity(
                2026,
                Map.of(),
                Optional.of(new BigDecimal("123456.78")),
                Optional.of(new BigDecimal("1.00")),
                Optional.of(new BigDecimal("60000.00")));
        PractitionerYear ahead = new PractitionerYear(
                2026,
                practitioner,
                Optional.empty(),
                Optional.of(List.of(membership)),
                Optional.of(List.of(activity)),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Spiral.Member(
                id,
                specialty,
                "11",
                new TreeMap<>(Map.of(RATE, new BigDecimal(rate), "opposableShare", new BigDecimal("0.5"))),
                ahead);
    }

    private static List<Spiral.Member> six() {
        List<Spiral.Member> members = new ArrayList<>();
        for (int i = 6; i >= 1; i--) {
            members.add(member("P" + i, "04", "0." + i + "0"));
        }
        return members;
    }

    private static SpiralResult run(List<Spiral.Member> members, String... given) throws Exception {
        Map<String, String> values = new TreeMap<>(Map.of("SMALLEST_GROUP", "1"));
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return new Spiral(engine, Assumptions.of(Shipped.base(), values), 2026, 2).run(members);
    }

    private static List<String> told(SpiralResult result) {
        return result.rounds().stream()
                .map(r -> r.members() + " " + r.leavers() + " " + r.adapted() + " "
                        + r.all().allowed().mean().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void a_mean_over_those_who_stay_falls_and_falls_again_until_nobody_is_far_above_it() throws Exception {
        SpiralResult result = run(six());
        assertEquals(List.of("6 2 0 0.35", "4 1 0 0.25", "3 1 0 0.2", "2 0 0 0.15"), told(result));
        assertEquals(SpiralResult.End.STABLE, result.end());
        assertEquals(2, result.left());
    }

    @Test
    void those_nearest_come_down_to_the_rate_where_half_of_them_do() throws Exception {
        SpiralResult result = run(six(), "ADAPT", "0.5");
        assertEquals(List.of("6 1 1 0.35", "5 1 1 0.27", "4 1 1 0.2175", "3 0 0 0.1725"), told(result));
        assertEquals(3, result.left());
    }

    @Test
    void nothing_falls_where_nobody_leaves() throws Exception {
        SpiralResult result = run(six(), "LEAVE_ABOVE", "25.00");
        assertEquals(List.of("6 0 0 0.35"), told(result));
        assertEquals(SpiralResult.End.STABLE, result.end());
        assertEquals(
                List.of("6 1 0 0.35"), told(run(six(), "LEAVE_ABOVE", "24.99")).subList(0, 1));
    }

    @Test
    void practice_that_rises_each_time_never_comes_to_rest() throws Exception {
        SpiralResult result = run(six(), "LEAVE_ABOVE", "100.00", "GROWTH", "1.00", "ROUNDS", "3");
        assertEquals(List.of("6 0 0 0.35", "6 0 0 0.36", "6 0 0 0.37"), told(result));
        assertEquals(SpiralResult.End.ROUNDS, result.end());
    }

    @Test
    void a_group_that_is_too_small_has_no_rate_and_stays() throws Exception {
        List<Spiral.Member> members = new ArrayList<>(six());
        members.add(member("Q1", "07", "0.90"));
        SpiralResult result = run(members, "SMALLEST_GROUP", "2");
        SpiralRound first = result.rounds().get(0);
        assertEquals(1, first.all().withoutRate());
        assertEquals(0, first.specialties().get("07").leavers());
        assertEquals(2, first.specialties().get("04").leavers());
        assertEquals(3, result.left());
    }

    @Test
    void neither_threads_nor_order_change_anything() throws Exception {
        List<Spiral.Member> turned = new ArrayList<>(six());
        java.util.Collections.reverse(turned);
        Assumptions assumptions = Assumptions.of(Shipped.base(), Map.of("SMALLEST_GROUP", "1"));
        assertEquals(
                told(new Spiral(engine, assumptions, 2026, 1).run(six())),
                told(new Spiral(engine, assumptions, 2026, 4).run(turned)));
    }

    @Test
    void an_assumption_that_is_not_known_or_out_of_bounds_is_refused() throws Exception {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> run(six(), "LEAVES", "1"))
                .getMessage()
                .startsWith("--assume: no assumption of this name, LEAVES. Maybe one of RATE, ROUNDS"));
        assertThrows(IllegalArgumentException.class, () -> run(six(), "ADAPT", "1.01"));
        assertThrows(IllegalArgumentException.class, () -> run(six(), "GROWTH", "much"));
        assertThrows(IllegalArgumentException.class, () -> run(six(), "RATE", "other"));
    }
}
