package fr.optam.engine;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random practitioner-years, with and without what may be absent. */
final class RandomYears {
    private static final String[] BILLED = {"", "", "K", "J", "JK", "T", "KT", "MM", "F", "PU", "3"};

    private RandomYears() {}

    /** Some, each with some acts. */
    static List<PractitionerYear> some(int number) {
        List<PractitionerYear> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Random random = new Random(i);
            List<Act> acts = new ArrayList<>();
            for (int j = 0; j < random.nextInt(30); j++) {
                acts.add(act("a" + j, random));
            }
            all.add(year(i, random).with(acts));
        }
        return all;
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(25) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static BigDecimal euros(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    static Act act(String id, Random random) {
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

    static PractitionerYear year(int number, Random random) {
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
}
