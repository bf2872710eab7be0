package fr.optam.bench;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import fr.optam.fact.Paid;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Practitioner-years of a given number of act groups, SYNTHETIC, the same for the same number. */
public final class SyntheticYears {
    private static final String[] SPECIALTIES = {"04", "02", "03", "07", "41", "16"};
    private static final String[] LETTERS = {"K", "JK", "", "J", "", "K", "", "", "T", ""};
    private static final int CODES = 500;

    private SyntheticYears() {}

    public static PractitionerYear year(int number, int groups) {
        Random random = new Random(number);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            acts.add(act(i, random));
        }
        return new PractitionerYear(
                2025,
                new Practitioner(
                        "SYN-" + number,
                        Optional.of(SPECIALTIES[random.nextInt(SPECIALTIES.length)]),
                        Optional.of("2"),
                        Optional.of(true),
                        Optional.of(LocalDate.of(2005, 9, 1)),
                        Optional.of("75"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(new Request(Optional.of("OPTAM_ACO"), Optional.of(LocalDate.of(2025, 3, 1)))),
                Optional.of(List.of(new Membership(
                        random.nextBoolean() ? "OPTAM_ACO" : "OPTAM",
                        LocalDate.of(2025, 1, 1),
                        new Membership.End.Open(),
                        Optional.of(new BigDecimal("0.4000")),
                        Optional.of(new BigDecimal("0.3500"))))),
                Optional.of(List.of(
                        new Activity(2024, Map.of("ADC", 32L + random.nextInt(40), "ACO", 18L, "ADA", 0L), euros(150_000), euros(60_000), euros(52_500)),
                        new Activity(2025, Map.of("ADC", 410L), euros(240_000), euros(90_000 + random.nextInt(20_000)), euros(86_400)))),
                Optional.of(acts),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(new Paid(euros(0), Optional.empty())),
                List.of());
    }

    private static Act act(int number, Random random) {
        return new Act(
                List.of("a" + number),
                LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365)),
                Optional.empty(),
                "HH" + (char) ('A' + random.nextInt(5)) + "A" + (100 + random.nextInt(CODES / 5)),
                Optional.of("1"),
                Optional.of("ADC"),
                Optional.of(LETTERS[random.nextInt(LETTERS.length)]),
                Optional.of("JKT"),
                Optional.of("1"),
                Optional.of(1),
                euros(100 + random.nextInt(300)),
                Optional.empty(),
                euros(200 + random.nextInt(300)),
                Optional.of(random.nextInt(12) == 0),
                Optional.of(random.nextInt(15) == 0));
    }

    private static Optional<BigDecimal> euros(int euros) {
        return Optional.of(new BigDecimal(euros + ".00"));
    }
}
