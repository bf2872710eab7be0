package fr.optam.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plays the short calls once, one after the other, so that the virtual machine can keep their classes for the next
 * start. What they write goes nowhere; one that fails is passed over.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Plays them with the facts of a practitioner-year that standard input holds; files are written below the current
     * folder and deleted.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        byte[] facts = System.in.readAllBytes();
        Path stage = Files.createTempDirectory(Path.of("").toAbsolutePath(), "rehearsal");
        try {
            calls(stage).forEach(call -> play(call, facts));
        } finally {
            clear(stage);
        }
        Runtime.getRuntime().halt(0);
    }

    /** The calls in order; the last ones read what the ones before wrote. */
    static List<List<String>> calls(Path stage) {
        String cohort = stage.resolve("cohort").toString();
        String run = stage.resolve("run").toString();
        List<String> explain = List.of("explain", run, "--practitioner", "SYN-000001");
        return List.of(
                List.of("decide", "-"),
                List.of("check"),
                List.of("sample", "--practitioners", "1", "--seed", "1", "--acts", "50", "--out", cohort),
                List.of("batch", "--input", cohort, "--year", "2025", "--out", run),
                explain,
                Stream.concat(explain.stream(), Stream.of("--format", "html")).toList(),
                Stream.concat(explain.stream(), Stream.of("--format", "json")).toList());
    }

    private static void play(List<String> call, byte[] facts) {
        InputStream in = new ByteArrayInputStream(facts);
        OutputStream nowhere = OutputStream.nullOutputStream();
        PrintStream err = new PrintStream(nowhere, false, StandardCharsets.UTF_8);
        String[] args = call.toArray(String[]::new);
        Map<String, String> environment = System.getenv();
        Main.run(args, new Shell(in, nowhere, err, false, false, environment, Ahead.of(args, environment)));
    }

    private static void clear(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> below = Files.walk(folder)) {
            below.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
