package fr.optam.bench;

import fr.optam.analysis.TableAnalysis;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.run.Recorder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints the figures of the README. Rates are per second of processor time of one thread, so that a busy machine tells
 * the same; trust ratios of one run. {@code -Doptam.bench.practitioners=100000} makes the part on batch the full size,
 * {@code -Doptam.bench.run=100000} that on the run as evidence; {@code -Dbench=…} runs one part alone instead, see
 * {@link #main}.
 */
public final class Benchmark {
    private static final int GROUPS = 40;
    private static final int BATCH = 50;
    private static final int YEARS = 2000;
    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;

    private final Path home = Path.of("").toAbsolutePath();
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Benchmark() {}

    /** Runs the part that the property {@code bench} names, or all that make the figures of the README, in order. */
    public static void main(String[] args) throws IOException, InterruptedException, RulebookInvalid {
        switch (System.getProperty("bench", "")) {
            case "rivals" -> fr.optam.bench.rivals.Rivals.main(args);
            case "kills" -> KillAndResume.print();
            case "groups" -> new Benchmark().rates();
            case "national" -> National.print();
            case "impact" -> Foresight.print();
            default -> all();
        }
    }

    private static void all() throws IOException, InterruptedException, RulebookInvalid {
        Benchmark benchmark = new Benchmark();
        benchmark.rates();
        benchmark.analysis();
        benchmark.starts();
        benchmark.mutation();
        benchmark.cohorts();
        benchmark.evidence();
    }

    /** The run as evidence, by default of 2,000 practitioners with few acts, and the second evaluation. */
    private void evidence() throws IOException, InterruptedException, RulebookInvalid {
        Path cache = home.resolve("target/drl-cache");
        Engine engine = new Engine(RulebookLoader.load(new RulebookLocation(home, List.of(), cache)));
        CrossChecked.print(engine, GROUPS);
        int practitioners = Integer.getInteger("optam.bench.run", 2000);
        Path folder = Files.createTempDirectory("optam-bench");
        try {
            Path run = folder.resolve("run");
            run(List.of("-Xmx1g"), "sample", "--practitioners", String.valueOf(practitioners), "--seed", "7", "--acts", "4", "--year", "2025", "--out", folder.resolve("in").toString());
            long start = System.nanoTime();
            run(List.of("-Xmx1g", "-XX:+UseParallelGC"), "batch", "--input", folder.resolve("in").toString(), "--year", "2025", "--out", run.toString(), "--no-progress");
            double batch = (System.nanoTime() - start) / NANOS;
            start = System.nanoTime();
            run(List.of("-Xmx1g", "-XX:+UseParallelGC"), "replay", run.toString(), "--no-progress");
            double replay = (System.nanoTime() - start) / NANOS;
            start = System.nanoTime();
            run(List.of(), "explain", run.toString(), "--practitioner", "SYN-000001");
            double explain = (System.nanoTime() - start) / NANOS;
            line("a run of %d practitioners, 4 acts each, wall", practitioners);
            line("  batch                           %8.1f s", batch);
            line("  replay                          %8.1f s, %.2f of batch", replay, replay / batch);
            line("  explain of one, program and all %8.2f s", explain);
            RunBench.print(engine, run, cache);
        } catch (fr.optam.run.RunRefused | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(folder);
        }
    }

    private void rates() throws RulebookInvalid {
        Engine engine = new Engine(RulebookLoader.load(
                new RulebookLocation(home, List.of(), home.resolve("target/drl-cache"))));
        List<PractitionerYear> years = new ArrayList<>();
        for (int i = 0; i < YEARS; i++) {
            years.add(SyntheticYears.year(i, GROUPS));
        }
        line("whole rulebook, %d rules, practitioner-years of %d act groups, one thread", engine.rulebook().rules().size(), GROUPS);
        double without = best(engine, years, Detail.NONE);
        double with = best(engine, years, Detail.RUN);
        line("  without record                  %8.0f decisions/s", without);
        line("  with record, written, compressed%8.0f decisions/s, record costs a factor of %.2f", with, without / with);
    }

    /** Analysis of one table of ten fields: complete but for seeded gaps, overlaps, contradictions and copies. */
    private void analysis() throws RulebookInvalid {
        Rulebook shipped = RulebookLoader.load(
                new RulebookLocation(home, List.of(), home.resolve("target/drl-cache")));
        line("analysis of tables, one thread");
        line("  shipped rulebook                %8.3f s", seconds(() -> TableAnalysis.of(shipped).size()));
        for (int rows : new int[] {500, 1000, 2000, 5000}) {
            RuleTable table = LargeTable.of(rows, 1);
            line(
                    "  one table of %5d rows          %8.3f s, %d findings",
                    rows,
                    seconds(() -> TableAnalysis.of(shipped, table).size()),
                    TableAnalysis.of(shipped, table).size());
        }
    }

    private double seconds(java.util.function.IntSupplier work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            work.getAsInt();
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - cpu) / NANOS);
        }
        return best;
    }

    private double best(Engine engine, List<PractitionerYear> years, Detail detail) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            long text = 0;
            long bytes = 0;
            for (int i = 0; i < years.size(); i += BATCH) {
                List<PractitionerYear> some = years.subList(i, Math.min(years.size(), i + BATCH));
                if (detail == Detail.NONE) {
                    engine.decideAll(some, detail);
                } else {
                    Recorder.Written written = Recorder.record(engine, some);
                    text += written.text();
                    bytes += written.bytes();
                }
            }
            double rate = years.size() / ((threads.getCurrentThreadCpuTime() - cpu) / NANOS);
            allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
            if (round == ROUNDS - 1) {
                line(
                        "  %s: %d KiB allocated a decision; decisions and facts %d bytes, compressed %d",
                        detail, allocated / years.size() / 1024, text / years.size(), bytes / years.size());
            }
            best = Math.max(best, rate);
        }
        return best;
    }

    private void starts() throws IOException, InterruptedException {
        Path facts = home.resolve("test-scenarios/facts/fifty-acts.json");
        line("cold start, wall, median of %d", ROUNDS);
        double version = median("--version");
        double check = median("check");
        double decide = median("decide", facts.toString(), "--format", "json");
        line("  program alone (--version)       %8.2f s", version);
        line("  rulebook read and judged (check)%8.2f s", check);
        line("  decide of one practitioner      %8.2f s", decide);
    }

    private double median(String... verb) throws IOException, InterruptedException {
        double[] walls = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            run(List.of(), verb);
            walls[i] = (System.nanoTime() - start) / NANOS;
        }
        Arrays.sort(walls);
        return walls[ROUNDS / 2];
    }

    private void run(List<String> options, String... verb) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(options.isEmpty() ? List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto") : options);
        command.addAll(List.of("-Dlog4j2.StatusLogger.level=OFF", "-jar", home.resolve("target/optam.jar").toString()));
        command.addAll(List.of(verb));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.waitFor();
        if (code != 0 && code != 4) {
            throw new IllegalStateException(String.join(" ", verb) + ": exit " + code);
        }
    }

    private void mutation() throws IOException, InterruptedException {
        line("mutation testing, 2 threads, heap 1 GiB, wall");
        for (String tables : List.of("consequence/prime-bareme", "")) {
            long start = System.nanoTime();
            run(List.of("-Xmx1g", "-XX:+UseParallelGC"), "test", "--mutate=" + tables, "--mutate-threads", "2");
            double wall = (System.nanoTime() - start) / NANOS;
            line("  %-30s  %8.1f s", tables.isEmpty() ? "whole rulebook" : tables, wall);
        }
    }

    private void cohorts() throws IOException, InterruptedException {
        int most = Integer.getInteger("optam.bench.practitioners", 2000);
        line("batch with full record, 100 acts a practitioner, heap 1 GiB, wall");
        for (int practitioners : new int[] {most / 5, most}) {
            Path folder = Files.createTempDirectory("optam-bench");
            try {
                run(List.of("-Xmx1g"), "sample", "--practitioners", String.valueOf(practitioners), "--seed", "7", "--acts", "100", "--year", "2025", "--out", folder.resolve("in").toString());
                long start = System.nanoTime();
                run(List.of("-Xmx1g", "-XX:+UseParallelGC"), "batch", "--input", folder.resolve("in").toString(), "--year", "2025", "--out", folder.resolve("run").toString(), "--no-progress");
                double wall = (System.nanoTime() - start) / NANOS;
                line("  %7d practitioners            %8.1f s, %.0f decisions/s, %d bytes of run a practitioner", practitioners, wall, practitioners / wall, size(folder.resolve("run")) / practitioners);
            } finally {
                delete(folder);
            }
        }
    }

    static long size(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A whole number that a property gives; the usual one if it is absent or empty. */
    static int number(String property, int usual) {
        String given = System.getProperty(property, "");
        return given.isEmpty() ? usual : Integer.parseInt(given);
    }

    static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
