package fr.optam.cohort;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Practitioners with many acts that are nearly alike, on both sides of whatever rules may look at. */
final class RandomActs {
    private static final List<String> DAYS = List.of(
            "2024-12-31",
            "2025-01-01",
            "2025-01-02",
            "2025-03-31",
            "2025-04-01",
            "2025-05-01",
            "2025-05-04",
            "2025-06-14",
            "2025-06-15",
            "2025-06-16",
            "2025-07-13",
            "2025-07-14",
            "2025-11-11",
            "2025-12-30",
            "2025-12-31");
    private static final List<String> TIMES =
            List.of("", "00:00", "07:59", "08:00", "12:30", "19:59", "20:00", "20:01", "23:59");
    private static final List<String> LETTERS =
            List.of("", "", "", "", "J", "K", "JK", "KT", "T", "U", "F", "FU", "S", "O", "JKTUF", "KK", "3", "7");
    private static final List<String> ALLOWED = List.of("", "-", "-", "JKT", "FOPSU", "FJKOPSTU", "37", "K");
    private static final List<String> CODES = List.of("HHFA016", "JQGD010", "AHQP001", "ZZLP025");
    private static final List<String> CATEGORIES = List.of("ADC", "ADC", "ACO", "ADA", "ATM", "");
    private static final List<String> TARIFFS = List.of("100.00", "33.33", "0.05", "150.10", "");
    private static final List<String> FEES = List.of("100.00", "100.01", "33.33", "119.99", "127.52", "0.00", "");

    private final Random random;
    private String[] kind;
    private final StringBuilder acts = new StringBuilder(
            "practitioner_id,act_id,on,at,code,activity,category,modifiers,"
                    + "allowed_modifiers,association,quantity,base_tariff,base_tariff_without_option,fee_charged,c2s,emergency\n");
    private final StringBuilder practitioners =
            new StringBuilder("practitioner_id,specialty,sector,profession,request_option,request_on\n");
    private final StringBuilder memberships =
            new StringBuilder("practitioner_id,option,from,to,commitment_overrun_rate,commitment_opposable_share\n");

    RandomActs(long seed) {
        this.random = new Random(seed);
    }

    /** A folder of so many practitioners with so many acts each. */
    CohortFolder folder(Path root, int people, int each) {
        for (int i = 0; i < people; i++) {
            String id = String.format(Locale.ROOT, "p%03d", i);
            practitioners.append(String.join(
                    ",",
                    id,
                    one(List.of("04", "07", "02", "01", "11")),
                    one(List.of("1", "2", "2")),
                    "PHYSICIAN",
                    "",
                    ""));
            practitioners.append('\n');
            member(id);
            for (int j = 0; j < each; j++) {
                act(id, j);
            }
        }
        return new CohortFolder(root)
                .with("practitioners.csv", practitioners.toString())
                .with("memberships.csv", memberships.toString())
                .with("acts.csv", acts.toString());
    }

    private void member(String id) {
        switch (random.nextInt(4)) {
            case 0 -> memberships.append(id).append(",OPTAM,2019-01-01,,0.4000,0.3000\n");
            case 1 -> memberships.append(id).append(",OPTAM_ACO,2025-04-01,2025-11-10,0.4000,0.3000\n");
            case 2 ->
                memberships
                        .append(id)
                        .append(",OPTAM_CO,2019-01-01,2025-05-03,0.4000,0.3000\n")
                        .append(id)
                        .append(",OPTAM,2025-06-15,2025-12-30,0.4000,0.3000\n");
            default -> {
                // no member
            }
        }
    }

    private void act(String id, int number) {
        if (number % 20 == 0) {
            kind = cells();
        }
        String[] other = cells();
        String[] cells = kind.clone();
        cells[0] = other[0];
        cells[1] = other[1];
        if (random.nextInt(4) == 0) {
            int place = random.nextInt(cells.length);
            cells[place] = other[place];
        }
        acts.append(id)
                .append(",a")
                .append(number)
                .append(',')
                .append(String.join(",", cells))
                .append('\n');
    }

    private String[] cells() {
        return new String[] {
            one(DAYS),
            one(TIMES),
            one(CODES),
            one(List.of("1", "1", "1", "4")),
            one(CATEGORIES),
            one(LETTERS),
            one(ALLOWED),
            one(List.of("", "", "1", "2")),
            one(List.of("1", "1", "1", "2", "")),
            one(TARIFFS),
            one(List.of("", "", "80.00")),
            one(FEES),
            one(List.of("false", "false", "true", "")),
            one(List.of("false", "true", ""))
        };
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
