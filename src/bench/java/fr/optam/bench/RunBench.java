package fr.optam.bench;

import fr.optam.engine.Engine;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.run.Progress;
import fr.optam.run.Replay;
import fr.optam.run.RunForm;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import fr.optam.run.RunVerifier;
import fr.optam.run.SecondLook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A run as evidence: how quick it is verified beside hashing alone, and found, and decided again. */
final class RunBench {
    private static final int ROUNDS = 4;
    private static final int ONES = 50;

    private RunBench() {}

    /** Prints the rates for a run; {@code cache} is for compiled rules. */
    static void print(Engine engine, Path run, Path cache)
            throws IOException, RunRefused, NoSuchAlgorithmException, InterruptedException {
        double verify = 0;
        double hash = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            RunVerifier.Verified verified = RunVerifier.verify(
                    run,
                    new RunVerifier.VerifyRequest(
                            Optional.empty(), Optional.empty(), 1, cache, "bench", location -> digest(location)));
            if (!verified.differences().isEmpty()) {
                throw new IllegalStateException(verified.differences().toString());
            }
            verify = Math.max(verify, verified.bytes() / 1e6 / seconds(start));
            hash = Math.max(hash, hash(run));
        }
        Benchmark.line("verify of a run of %d decisions, one thread, wall", RunReader.open(run).size());
        Benchmark.line("  verify                          %8.0f MB/s of text, rulebook and all", verify);
        Benchmark.line("  SHA-256 of the JDK, same text   %8.0f MB/s, verify is %.2f of it", hash, verify / hash);
        sha256sum(run, verify);
        one(run);
        long start = System.nanoTime();
        Replay replay = new Replay(engine, RunForm.LEAN, true, SecondLook.NONE, each -> {}, Progress.NONE);
        replay.run(RunReader.open(run), Runtime.getRuntime().availableProcessors());
        Benchmark.line(
                "  replay                          %8.1f s, %.0f decisions/s, %d differ",
                seconds(start), replay.count() / seconds(start), replay.differences());
    }

    private static String digest(fr.optam.rulebook.RulebookLocation location) {
        try {
            return RulebookLoader.load(location).id().digest();
        } catch (RulebookInvalid e) {
            return "";
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Path> parts(Path run) throws IOException {
        try (Stream<Path> walk = Files.walk(run.resolve("decisions"))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** MB/s of the digest over text that lies in memory. */
    private static double hash(Path run) throws IOException, NoSuchAlgorithmException {
        byte[] text = text(parts(run).get(0));
        int times = 20;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            digest.update(text);
        }
        digest.digest();
        return times * (double) text.length / 1e6 / seconds(start);
    }

    private static byte[] text(Path part) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(part))) {
            return in.readAllBytes();
        }
    }

    /** The tool, where there is one, over the same text as a file. */
    private static void sha256sum(Path run, double verify) throws IOException, InterruptedException {
        Path file = Files.createTempFile("optam-bench", ".jsonl");
        try {
            for (Path part : parts(run)) {
                Files.write(file, text(part), java.nio.file.StandardOpenOption.APPEND);
            }
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                int code = new ProcessBuilder("sha256sum", file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                best = code == 0 ? Math.max(best, Files.size(file) / 1e6 / seconds(start)) : best;
            }
            Benchmark.line("  sha256sum, same text            %8.0f MB/s, verify is %.2f of it", best, verify / best);
        } catch (IOException none) {
            Benchmark.line("  sha256sum                       is not on this machine");
        } finally {
            Files.delete(file);
        }
    }

    private static void one(Path run) throws IOException, RunRefused {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 1; i <= ONES; i++) {
                if (RunReader.open(run).find(String.format(java.util.Locale.ROOT, "SYN-%06d", i)).isEmpty()) {
                    throw new IllegalStateException("not found " + i);
                }
            }
            best = Math.min(best, seconds(start) / ONES);
        }
        Benchmark.line("  one decision found and proven   %8.1f ms", best * 1e3);
    }
}
