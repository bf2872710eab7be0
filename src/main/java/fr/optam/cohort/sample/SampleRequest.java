package fr.optam.cohort.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is asked of the synthetic cohort.
 *
 * @param practitioners number of practitioners, 1 to 20,000,000
 * @param seed seed of the generator; the same seed gives the same bytes
 * @param out directory to write; made if it is not there
 * @param layout {@code neutral} or {@code dcir}
 * @param year civil year that is decided, and of the acts
 * @param acts act lines a practitioner, 1 to 20,000; absent: a spread of 20 to 800
 * @param profile {@code options} (mostly members of an option) or {@code national} (national shares)
 * @param format {@code csv}, {@code csv.gz} or {@code parquet}; for the neutral layout, dcir is written as CSV or CSV.gz
 * @param badRows share of act lines after which a defective row is planted, 0 to 1
 */
public record SampleRequest(
        int practitioners,
        long seed,
        Path out,
        String layout,
        int year,
        OptionalInt acts,
        String profile,
        String format,
        BigDecimal badRows) {

    /**
     * Checks every value against its bounds.
     *
     * @throws IllegalArgumentException if a value is out of bounds, naming it
     */
    public SampleRequest {
        check(practitioners >= 1 && practitioners <= 20_000_000, "--practitioners", practitioners, "1 to 20000000");
        among("--layout", layout, List.of("neutral", "dcir"));
        check(year >= 2017 && year <= 2100, "--year", year, "2017 to 2100");
        int lines = acts.orElse(20);
        check(lines >= 1 && lines <= 20_000, "--acts", lines, "1 to 20000");
        among("--profile", profile, List.of("options", "national"));
        among(
                "--files",
                format,
                layout.equals("dcir") ? List.of("csv", "csv.gz") : List.of("csv", "csv.gz", "parquet"));
        check(badRows.signum() >= 0 && badRows.compareTo(BigDecimal.ONE) <= 0, "--bad-rows", badRows, "0 to 1");
    }

    private static void among(String option, String value, List<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(
                    option + ": not known, " + value + ". Maybe one of " + String.join(", ", known) + ".");
        }
    }

    private static void check(boolean holds, String option, Object value, String bounds) {
        if (!holds) {
            throw new IllegalArgumentException(option + ": out of bounds, " + value + ". Maybe " + bounds + ".");
        }
    }
}
