package fr.optam.cohort.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of the synthetic cohort.
 *
 * @param practitioners number of practitioners, 1 to 20,000,000
 * @param seed seed of the generator; the same seed gives the same bytes
 * @param out directory to write; made if it is not there
 * @param layout {@code neutral} or {@code dcir}
 * @param year civil year that is decided, and of the acts
 * @param acts mean act lines a practitioner, 1 to 20,000, most have fewer and some many more; absent: 20 to 800
 * @param profile {@code options} (mostly members of an option) or {@code national} (national shares)
 * @param format {@code csv}, {@code csv.gz} or {@code parquet}; for the neutral layout, dcir is written as CSV or CSV.gz
 * @param badRows share of act lines after which a defective row is planted, 0 to 1
 * @param order {@code practitioner}, or {@code date} for the acts of the neutral layout without defective rows
 * @param threads threads that draw and write, 1 to 1,024; no byte depends on them
 * @param panel the years that the year is one of, with the same practitioners in each; empty for a year of its own
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
        BigDecimal badRows,
        String order,
        int threads,
        Optional<Panel> panel) {

    /** A request of a single year. */
    public SampleRequest(
            int practitioners,
            long seed,
            Path out,
            String layout,
            int year,
            OptionalInt acts,
            String profile,
            String format,
            BigDecimal badRows,
            String order,
            int threads) {
        this(practitioners, seed, out, layout, year, acts, profile, format, badRows, order, threads, Optional.empty());
    }

    /** The same of one year of a panel, in a folder of its own below that of this one. */
    public SampleRequest in(int other, Panel of) {
        return new SampleRequest(
                practitioners,
                seed,
                out.resolve(String.valueOf(other)),
                layout,
                other,
                acts,
                profile,
                format,
                badRows,
                order,
                threads,
                Optional.of(of));
    }

    /** A request in the order of the practitioners, written by one thread. */
    public SampleRequest(
            int practitioners,
            long seed,
            Path out,
            String layout,
            int year,
            OptionalInt acts,
            String profile,
            String format,
            BigDecimal badRows) {
        this(practitioners, seed, out, layout, year, acts, profile, format, badRows, "practitioner", 1);
    }

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
        among(
                "--order",
                order,
                layout.equals("neutral") && badRows.signum() == 0
                        ? List.of("practitioner", "date")
                        : List.of("practitioner"));
        check(threads >= 1 && threads <= 1024, "--threads", threads, "1 to 1024");
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
