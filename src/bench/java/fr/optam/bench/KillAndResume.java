package fr.optam.bench;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends a batch with {@code kill -9} at random moments, goes on with it until it is complete, and holds every byte of the
 * run against one that was not disturbed. {@code -Dbench.kills=50 -Dbench.seed=1 -Dbench.practitioners=1500}.
 */
final class KillAndResume {
    private static final int IN_A_ROW = 6;
    private static final int CUT_OFF = 1;

    private final int kills = Benchmark.number("bench.kills", 50);
    private final long seed = Benchmark.number("bench.seed", 1);
    private final Random random = new Random(seed);
    private final Map<String, Integer> moments = new TreeMap<>();
    private final Path folder;
    private int done;

    private KillAndResume(Path folder) {
        this.folder = folder;
    }

    /** Kills and goes on; throws if a single byte differs. */
    static void print() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("optam-kills");
        try {
            new KillAndResume(folder).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        int practitioners = Benchmark.number("bench.practitioners", 1500);
        Path input = folder.resolve("in");
        wait(start("sample", "--practitioners", String.valueOf(practitioners), "--acts", "20", "--seed",
                String.valueOf(seed), "--year", "2025", "--out", input.toString()));
        Path whole = folder.resolve("whole");
        long begin = System.nanoTime();
        int exit = wait(batch(whole, false));
        long undisturbed = System.nanoTime() - begin;
        Map<String, String> expected = digests(whole);
        line("kill -9: %d practitioners, undisturbed %.1f s, %d files, exit code %d, seed %d", practitioners,
                undisturbed / 1e9, expected.size(), exit, seed);
        int runs = 0;
        while (done < kills) {
            Path out = folder.resolve("run-" + ++runs);
            int killed = disturbed(out, undisturbed, exit);
            if (!digests(out).equals(expected)) {
                throw new IllegalStateException(
                        out + ": not the bytes of the undisturbed run, after " + killed + " kills, seed " + seed);
            }
            if (wait(start("verify", out.toString())) != 0) {
                throw new IllegalStateException(out + ": verify refuses it, seed " + seed);
            }
            line("  run %2d: killed %d times, gone on with, same %d files, verify accepts", runs, killed,
                    expected.size());
            delete(out);
        }
        line("%d kills in %d runs, every run ended with the same bytes; killed while", done, runs);
        moments.forEach((moment, count) -> line("  %-44s %3d", moment, count));
    }

    /** Kills a run some times, each time at any moment of its work, then lets it end. */
    private int disturbed(Path out, long undisturbed, int exit) throws IOException, InterruptedException {
        int wanted = Math.min(kills - done, 1 + random.nextInt(IN_A_ROW));
        int killed = 0;
        boolean resume = false;
        while (killed < wanted) {
            Process batch = batch(out, resume);
            boolean ended = batch.waitFor((long) (random.nextDouble() * undisturbed), TimeUnit.NANOSECONDS);
            batch.destroyForcibly().waitFor();
            resume = Files.exists(out);
            if (ended) {
                break;
            }
            killed++;
            done++;
            moments.merge(moment(out), 1, Integer::sum);
            int verified = resume ? wait(start("verify", out.toString())) : CUT_OFF;
            if (verified != (Files.exists(out.resolve("seal.json")) ? 0 : CUT_OFF)) {
                throw new IllegalStateException(out + ": verify says " + verified + ", seed " + seed);
            }
        }
        int last = wait(batch(out, resume));
        if (last != exit) {
            throw new IllegalStateException(out + ": exit code " + last + ", not " + exit + ", seed " + seed);
        }
        return killed;
    }

    private static String moment(Path out) throws IOException {
        if (!Files.exists(out.resolve("journal.jsonl"))) {
            return Files.exists(out.resolve("seal.json")) ? "7 it was complete" : "1 the program and rulebook are loaded";
        }
        if (Files.exists(out.resolve("seal.json"))) {
            return "6 it is sealed, the journal still there";
        }
        if (Files.exists(out.resolve("rulebook"))) {
            return "5 what describes the run is written";
        }
        Path decisions = out.resolve("decisions");
        if (!Files.exists(decisions)) {
            return "2 the run is begun";
        }
        try (Stream<Path> parts = Files.list(decisions)) {
            return parts.findAny().isPresent() ? "4 parts are decided and written" : "3 the input is read";
        }
    }

    private Process batch(Path out, boolean resume) throws IOException {
        List<String> call = new ArrayList<>(List.of("batch", "--input", folder.resolve("in").toString(), "--year",
                "2025", "--out", out.toString()));
        if (resume) {
            call.add("--resume");
        }
        return start(call.toArray(String[]::new));
    }

    private Process start(String... call) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlog4j2.StatusLogger.level=OFF",
                "-Doptam.home=" + Path.of("").toAbsolutePath(), "-cp", classes(), "fr.optam.cli.Main"));
        command.addAll(List.of(call));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** What the program itself needs, so that a kill hits its work and not a search through jars of others. */
    private static String classes() {
        return System.getProperty("java.class.path", "").replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    private int wait(Process process) throws IOException, InterruptedException {
        int exit = process.waitFor();
        if (exit != 0 && exit != CUT_OFF && exit != 4) {
            throw new IllegalStateException("exit code " + exit + ": " + Files.readString(folder.resolve("err")));
        }
        return exit;
    }

    private static Map<String, String> digests(Path run) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(run)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(run.relativize(file).toString(), new BigInteger(1, digest).toString(16));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return digests;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
