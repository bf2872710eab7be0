package fr.optam.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A batch beside a bare group-by of the same files in the same run. {@code -Dbench.cohort=DIR} takes a cohort that
 * is there; else a year in the national manner is made, of {@code -Dbench.practitioners=1122} practitioners (3
 * million lines) and of a tenth of them; {@code -Dbench.folder=DIR} says where, and keeps it.
 */
final class National {
    private static final int ACTS = 2680;
    private static final double NANOS = 1e9;
    private static final String BARE =
            "create or replace temp table bare as select practitioner_id, count(*) n, sum(fee_charged::decimal(12,2)) fee"
                    + " from read_parquet('%s') group by practitioner_id";
    private static final String MEASURES =
            "create or replace temp table measures as select practitioner_id, year(\"on\"::date) y, count(*) n,"
                    + " sum(fee_charged::decimal(12,2)) fee, sum(base_tariff::decimal(12,2)) tariff,"
                    + " count(*) filter (where category = 'ADC') adc, count(*) filter (where category = 'ACO') aco,"
                    + " count(*) filter (where category = 'ADA') ada, count(*) filter (where category = 'ADE') ade,"
                    + " count(*) filter (where category = 'ADI') adi, count(*) filter (where category = 'ATM') atm,"
                    + " count(*) filter (where modifiers <> '') letters, count(*) filter (where c2s) c2s,"
                    + " count(*) filter (where emergency) emergency, sum(quantity::bigint) quantity,"
                    + " sum(fee_charged::decimal(12,2)) filter (where modifiers <> '') fee_letters,"
                    + " max(fee_charged::decimal(12,2)) dearest, max(\"on\"::date) as latest"
                    + " from read_parquet('%s') group by all";

    private final Path jar = Path.of("").toAbsolutePath().resolve("target/optam.jar");

    private National() {}

    /** What came of one cohort. */
    private record Measured(long lines, double batch) {}

    static void print() throws IOException, InterruptedException {
        National national = new National();
        String cohort = System.getProperty("bench.cohort", "");
        String kept = System.getProperty("bench.folder", "");
        if (!cohort.isEmpty()) {
            Path run = Files.createTempDirectory("optam-national");
            try {
                national.measure(Path.of(cohort), run.resolve("run"));
            } finally {
                Benchmark.delete(run);
            }
            return;
        }
        Path folder = kept.isEmpty() ? Files.createTempDirectory("optam-national") : Files.createDirectories(Path.of(kept));
        try {
            int practitioners = Benchmark.number("bench.practitioners", 1122);
            List<Measured> all = new ArrayList<>();
            for (int size : new int[] {Math.max(1, practitioners / 10), practitioners}) {
                Path input = folder.resolve("cohort-" + size);
                if (!Files.exists(input)) {
                    national.sample(size, input);
                }
                Path run = folder.resolve("run-" + size);
                Benchmark.delete(run);
                all.add(national.measure(input, run));
            }
            double small = all.get(0).batch() / all.get(0).lines();
            double large = all.get(1).batch() / all.get(1).lines();
            line("per act line, the larger / the smaller cohort: %.2f", large / small);
        } finally {
            if (kept.isEmpty()) {
                Benchmark.delete(folder);
            }
        }
    }

    private void sample(int practitioners, Path input) throws IOException, InterruptedException {
        run(Path.of("/dev/null"), "sample", "--practitioners", String.valueOf(practitioners), "--acts",
                String.valueOf(ACTS), "--seed", "7", "--profile", "national", "--files", "parquet", "--year", "2025",
                "--out", input.toString());
    }

    private Measured measure(Path input, Path out) throws IOException, InterruptedException {
        long lines;
        double bare;
        double measures;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            sql.execute("set threads = " + Runtime.getRuntime().availableProcessors());
            sql.execute("set memory_limit = '1GB'");
            sql.execute("set preserve_insertion_order = false");
            String files = input.resolve("acts*.parquet").toString().replace("'", "''");
            lines = count(sql, String.format(Locale.ROOT, "select count(*) from read_parquet('%s')", files));
            bare = seconds(sql, String.format(Locale.ROOT, BARE, files));
            measures = seconds(sql, String.format(Locale.ROOT, MEASURES, files));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Double> stages = new LinkedHashMap<>();
        long start = System.nanoTime();
        long peak = batch(input, out, stages);
        double batch = (System.nanoTime() - start) / NANOS;
        line("%s: %,d act lines, %d processors, load %.1f", input.getFileName(), lines,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        line("  bare group-by practitioner, count and sum   %8.2f s", bare);
        line("  16 measures by practitioner and year        %8.2f s", measures);
        line("  batch with full record                      %8.2f s, %.1f times the bare one, %.1f times the 16 measures",
                batch, batch / bare, batch / measures);
        line("  act lines a second                          %,8.0f", lines / batch);
        stages.forEach((stage, seconds) ->
                line("    %-40s %8.2f s, %3.0f %%", stage, seconds, 100 * seconds / batch));
        line("  peak memory of the process                  %8.0f MiB", peak / 1024.0);
        long practitioners = count(out);
        line("  run on disk                                 %8.1f MiB, %,d bytes a practitioner-year",
                Benchmark.size(out) / 1024.0 / 1024, Benchmark.size(out) / Math.max(1, practitioners));
        return new Measured(lines, batch);
    }

    private static long count(Statement sql, String query) throws SQLException {
        try (ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Best of three, the files being in the cache of the system as they are for the batch after. */
    private static double seconds(Statement sql, String query) throws SQLException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            sql.execute(query);
            best = Math.min(best, (System.nanoTime() - start) / NANOS);
        }
        return best;
    }

    /** Practitioner-years of a run, as its manifest counts them. */
    private static long count(Path run) throws IOException {
        String manifest = Files.readString(run.resolve("manifest.json"));
        int at = manifest.indexOf("\"size\":");
        return Long.parseLong(manifest.substring(at + 7).split("[,}]")[0]);
    }

    /** Runs it and looks at what is there already, so that each stage is told by who does not do it. */
    private long batch(Path input, Path out, Map<String, Double> stages) throws IOException, InterruptedException {
        Process process = start(out.resolveSibling("batch.err"), "batch", "--input", input.toString(), "--year", "2025",
                "--out", out.toString(), "--no-progress");
        long peak = 0;
        long since = System.nanoTime();
        String stage = "";
        while (true) {
            boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
            String now = ended ? "" : stage(out);
            if (!now.equals(stage)) {
                long at = System.nanoTime();
                if (!stage.isEmpty()) {
                    stages.merge(stage, (at - since) / NANOS, Double::sum);
                }
                stage = now;
                since = at;
            }
            peak = Math.max(peak, peak(process.pid()));
            if (ended) {
                break;
            }
        }
        if (process.exitValue() != 0 && process.exitValue() != 4) {
            throw new IllegalStateException(Files.readString(out.resolveSibling("batch.err")));
        }
        return peak;
    }

    private static String stage(Path out) throws IOException {
        if (!Files.exists(out.resolve("journal.jsonl"))) {
            return "program, rulebook, digests of the input";
        }
        if (Files.exists(out.resolve("rulebook"))) {
            return "summary, manifest, seal";
        }
        Path decisions = out.resolve("decisions");
        if (!Files.exists(decisions)) {
            return "program, rulebook, digests of the input";
        }
        try (Stream<Path> parts = Files.list(decisions)) {
            return parts.findAny().isPresent() ? "deciding, writing" : "reading, grouping, first part";
        }
    }

    /** Most memory that a process had so far, in KiB; 0 where the system does not say. */
    static long peak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    private void run(Path err, String... verb) throws IOException, InterruptedException {
        int exit = start(err, verb).waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", verb) + ": exit " + exit);
        }
    }

    /** As the launcher runs it. */
    private Process start(Path err, String... verb) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseParallelGC",
                "-Dlog4j2.StatusLogger.level=OFF", "-Doptam.home=" + Path.of("").toAbsolutePath(), "-jar",
                jar.toString()));
        command.addAll(List.of(verb));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    private static void line(String format, Object... values) {
        Benchmark.line(format, values);
    }
}
