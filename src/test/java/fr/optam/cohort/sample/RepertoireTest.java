package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepertoireTest {

    private static final int LINES = 1_000;

    @TempDir
    static Path directory;

    private static Written written;
    private static Map<String, List<Map<String, String>>> acts;

    @BeforeAll
    static void write() throws IOException {
        written = Written.of(Written.acts(Written.request(directory.resolve("a"), 60), LINES));
        acts = written.rows("acts").stream()
                .collect(Collectors.groupingBy(row -> row.get("practitioner_id"), TreeMap::new, Collectors.toList()));
    }

    @Test
    void most_practitioners_bill_fifteen_to_forty_five_combinations() {
        long usual = acts.values().stream()
                .filter(lines -> {
                    int found = combinations(lines).size();
                    return found >= 15 && found <= 45;
                })
                .count();
        assertTrue(usual >= 60 * 8 / 10, usual + " of 60");
    }

    @Test
    void the_ten_most_frequent_combinations_are_more_than_half_of_the_lines() {
        for (List<Map<String, String>> lines : acts.values()) {
            long ten = combinations(lines).values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(10)
                    .mapToLong(Long::longValue)
                    .sum();
            assertTrue(ten * 2 > lines.size(), lines.get(0).get("practitioner_id") + " " + ten);
        }
    }

    @Test
    void a_code_has_one_tariff_in_the_country_and_after_a_rise_a_higher_one() {
        Map<String, TreeMap<LocalDate, BigDecimal>> tariffs = new TreeMap<>();
        Set<String> raised = new HashSet<>();
        acts.values().stream()
                .flatMap(lines -> lines.stream().skip(ActDraw.BALANCING))
                .filter(act -> !act.get("base_tariff").isEmpty())
                .filter(act -> !act.get("category").isEmpty())
                .forEach(act -> {
                    String key = act.get("code") + act.get("activity");
                    BigDecimal tariff = new BigDecimal(act.get("base_tariff"));
                    BigDecimal other = tariffs.computeIfAbsent(key, code -> new TreeMap<>())
                            .putIfAbsent(LocalDate.parse(act.get("on")), tariff);
                    assertTrue(other == null || other.compareTo(tariff) == 0, key + " " + tariff + " " + other);
                });
        tariffs.forEach((key, byDay) -> {
            List<BigDecimal> steps = byDay.values().stream().distinct().toList();
            assertTrue(steps.size() <= 2, key + " " + steps);
            assertEquals(steps.stream().sorted().toList(), steps, key);
            if (steps.size() == 2) {
                raised.add(key);
            }
        });
        assertTrue(raised.size() > tariffs.size() / 20, raised.size() + " of " + tariffs.size());
    }

    @Test
    void the_lines_of_a_visit_are_of_one_day_and_hour_and_of_several_codes() {
        long pairs = 0;
        long same = 0;
        for (List<Map<String, String>> lines : acts.values()) {
            for (int i = ActDraw.BALANCING + 1; i < lines.size(); i++) {
                Map<String, String> second = lines.get(i);
                Map<String, String> first = lines.get(i - 1);
                boolean pair = second.get("association").equals("2")
                        && first.get("association").equals("1")
                        && usual(first)
                        && usual(second);
                if (pair) {
                    assertEquals(first.get("on") + first.get("at"), second.get("on") + second.get("at"));
                    same += first.get("code").equals(second.get("code")) ? 1 : 0;
                    pairs++;
                }
            }
        }
        assertTrue(pairs > 60L * LINES / 20, "pairs " + pairs);
        assertTrue(same < pairs / 50, "the same code twice but for planted faults: " + same);
    }

    /** A line that no planted fault has moved to a Sunday night. */
    private static boolean usual(Map<String, String> act) {
        return act.get("modifiers")
                        .chars()
                        .filter(letter -> "FSU".indexOf(letter) >= 0)
                        .count()
                == 0;
    }

    @Test
    void few_lines_are_of_a_sunday_and_those_of_a_year_come_in_order() {
        long sundays = 0;
        long steps = 0;
        for (List<Map<String, String>> lines : acts.values()) {
            List<LocalDate> days =
                    lines.stream().map(act -> LocalDate.parse(act.get("on"))).toList();
            sundays += days.stream()
                    .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                    .count();
            steps += IntStream.range(1, days.size())
                    .filter(i -> days.get(i).isBefore(days.get(i - 1)))
                    .count();
        }
        assertTrue(sundays > 0 && sundays < 60L * LINES / 20, "Sundays " + sundays);
        assertTrue(steps < 60L * LINES / 20, "back " + steps);
    }

    @Test
    void overruns_end_on_round_fees_and_the_same_line_costs_the_same() {
        long round = 0;
        long charged = 0;
        for (List<Map<String, String>> lines : acts.values()) {
            for (Map<String, String> act : lines.subList(ActDraw.BALANCING, lines.size())) {
                boolean over = !act.get("fee_charged").isEmpty()
                        && !act.get("base_tariff").isEmpty()
                        && act.get("modifiers").isEmpty()
                        && act.get("association").isEmpty()
                        && new BigDecimal(act.get("fee_charged"))
                                        .compareTo(new BigDecimal(act.get("base_tariff"))
                                                .multiply(new BigDecimal(act.get("quantity")))
                                                .add(new BigDecimal("5")))
                                > 0;
                if (over) {
                    charged++;
                    round += act.get("fee_charged").endsWith(".00") ? 1 : 0;
                }
            }
        }
        assertTrue(charged > 1_000, "charged " + charged);
        assertEquals(charged, round);
    }

    @Test
    void a_wrong_letter_is_the_habit_of_some_an_accident_of_others_and_unknown_to_most() {
        List<Long> byPractitioner = acts.values().stream()
                .map(lines -> lines.stream()
                        .filter(act -> act.get("modifiers").equals("FJKTU"))
                        .count())
                .toList();
        assertTrue(byPractitioner.stream().anyMatch(count -> count > LINES * 4 / 100), byPractitioner.toString());
        long never = byPractitioner.stream().filter(count -> count == 0).count();
        assertTrue(never > 25 && never < 45, byPractitioner.toString());
        long rarely = byPractitioner.stream()
                .filter(count -> count > 0 && count < LINES * 2 / 100)
                .count();
        assertTrue(rarely > 10, byPractitioner.toString());
    }

    private static Map<String, Long> combinations(List<Map<String, String>> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        act -> Stream.of(
                                        "code",
                                        "activity",
                                        "category",
                                        "modifiers",
                                        "allowed_modifiers",
                                        "association",
                                        "quantity",
                                        "base_tariff")
                                .map(act::get)
                                .collect(Collectors.joining(" ")),
                        Collectors.counting()));
    }
}
