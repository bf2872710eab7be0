package fr.optam.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.cohort.InputUnusable;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped cohort, 20 practitioner-years, in parts of eight. */
class BatchRunTest {
    private static final Path INPUT = Path.of("test-scenarios", "cohort", "dcir");
    private static final int CHUNK = 8;

    @TempDir
    Path root;

    private static BatchRequest request(Path out, boolean resume, int threads) {
        return new BatchRequest(
                INPUT,
                "dcir",
                2025,
                Optional.empty(),
                Set.of(2013, 2014, 2015),
                out,
                resume,
                threads,
                256,
                "fr",
                "test",
                Seal.Signer.NONE,
                SecondLook.NONE);
    }

    private RunSummary run(Path out, boolean resume, int threads) throws InputUnusable, RunRefused, IOException {
        return BatchRun.run(request(out, resume, threads), Shipped.ENGINE, Progress.NONE, CHUNK);
    }

    private static Map<String, String> files(Path run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : Disk.files(run)) {
            files.put(run.relativize(file).toString(), Sha256.of(file));
        }
        return files;
    }

    private static List<String> lines(Path part) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(part))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /** Puts a complete run back to where it was cut off. */
    private Path cutOff(Path complete, String name) throws IOException, RunRefused {
        Path run = root.resolve(name);
        for (Path file : Disk.files(complete)) {
            String relative = complete.relativize(file).toString();
            if (relative.startsWith("decisions") || relative.startsWith("facts") || relative.startsWith("ledger")) {
                Files.createDirectories(run.resolve(relative).getParent());
                Files.copy(file, run.resolve(relative));
            }
        }
        return run;
    }

    @Test
    void a_run_is_the_same_for_one_thread_two_threads_and_after_being_cut_off() throws Exception {
        Path one = root.resolve("one");
        RunSummary summary = run(one, false, 1);
        assertEquals(20, summary.decided());
        assertFalse(summary.whole());
        Path two = root.resolve("two");
        run(two, false, 2);
        assertEquals(files(one), files(two));
        assertFalse(Files.exists(one.resolve(Journal.NAME)));
        assertFalse(Files.exists(one.resolve(".work")));

        Path torn = cutOff(one, "torn");
        try (Journal journal = Journal.open(torn)) {
            journal.begin(RunIdentity.of(request(torn, false, 1), CHUNK, Shipped.ENGINE.rulebook()));
            for (int i = 0; i < 2; i++) {
                journal.add(part(one, i));
            }
        }
        Files.writeString(torn.resolve(Journal.NAME), "{\"count\":6,\"dec", StandardOpenOption.APPEND);
        Files.writeString(torn.resolve("decisions/part-000002.jsonl.gz.part"), "half");
        assertThrows(RunRefused.class, () -> run(torn, false, 2));
        run(torn, true, 2);
        assertEquals(files(one), files(torn));

        Path damaged = cutOff(one, "damaged");
        try (Journal journal = Journal.open(damaged)) {
            journal.begin(RunIdentity.of(request(damaged, false, 1), CHUNK, Shipped.ENGINE.rulebook()));
            for (int i = 0; i < 3; i++) {
                journal.add(part(one, i));
            }
        }
        Files.writeString(damaged.resolve("facts/part-000001.jsonl.gz"), "lost", StandardOpenOption.APPEND);
        run(damaged, true, 1);
        assertEquals(files(one), files(damaged));

        Files.createDirectories(one.resolve(".work"));
        Files.writeString(one.resolve(".work/staged.duckdb"), "left by a process that was killed after the seal");
        Files.writeString(one.resolve(Journal.NAME), "left too");
        assertEquals(20, run(one, true, 1).decided());
        assertEquals(files(two), files(one));
    }

    /** Part of a complete run as its journal held it. */
    private static Part part(Path run, int number) throws IOException {
        String part = "/part-00000" + number;
        String name = part + ".jsonl.gz";
        List<String> decisions = lines(run.resolve("decisions" + name));
        Merkle tree = new Merkle();
        decisions.forEach(line -> tree.add(Merkle.leaf(line.getBytes(UTF_8))));
        Tally tally = new Tally();
        List<String> facts = lines(run.resolve("facts" + name));
        for (int i = 0; i < facts.size(); i++) {
            tally.add(counted(decisions.get(i), facts.get(i)));
        }
        return new Part(
                decisions.size(),
                id(decisions.get(0)),
                id(decisions.get(decisions.size() - 1)),
                written(run, "decisions" + name),
                written(run, "facts" + name),
                written(run, "ledger" + part + ".csv.gz"),
                Sha256.text(tree.root()),
                tally);
    }

    private static String id(String line) {
        return (String) CanonicalJson.read(line.getBytes(UTF_8)).get("practitioner");
    }

    private static WrittenFile written(Path run, String name) throws IOException {
        byte[] text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(run.resolve(name)))) {
            text = in.readAllBytes();
        }
        WrittenFile plain = WrittenFile.of(run, run.resolve(name));
        return new WrittenFile(name, plain.bytes(), plain.sha256(), text.length, Sha256.of(text));
    }

    @SuppressWarnings("unchecked")
    private static Tally counted(String line, String facts) {
        Map<String, Object> decision = CanonicalJson.read(line.getBytes(UTF_8));
        Map<String, Long> lines = new TreeMap<>();
        try {
            FactsJson.read(facts.getBytes(UTF_8))
                    .acts()
                    .ifPresent(acts -> acts.forEach(act -> lines.put(act.ids().get(0), act.lines())));
        } catch (FactsRefused e) {
            throw new IllegalStateException(e);
        }
        Map<String, Object> counts = new TreeMap<>();
        counts.put("outcome|" + decision.get("outcome"), 1);
        for (Map<String, Object> answer : (List<Map<String, Object>>) decision.get("answers")) {
            String question = ((String) answer.get("question")).replaceFirst("^modifier:.*:", "modifier:");
            String key = question + "|" + answer.get("verdict");
            long number = answer.get("acts") instanceof List<?> acts
                    ? acts.stream().mapToLong(lines::get).sum()
                    : 1;
            counts.merge("verdict|" + key, number, (a, b) -> (Long) a + (Long) b);
            if (answer.get("amount") != null) {
                long cents = number
                        * new java.math.BigDecimal((String) answer.get("amount"))
                                .movePointRight(2)
                                .longValueExact();
                counts.merge("cents|" + key, cents, (a, b) -> (Long) a + (Long) b);
            }
        }
        ((List<Map<String, Object>>) decision.getOrDefault("problems", List.of()))
                .forEach(problem -> counts.put("finding|" + problem.get("code"), 1L));
        return Tally.of(counts);
    }

    @Test
    void a_run_holds_facts_decisions_rulebook_and_true_digests() throws Exception {
        Path run = root.resolve("run");
        run(run, false, 2);
        List<String> decisions = lines(run.resolve("decisions/part-000002.jsonl.gz"));
        List<String> facts = lines(run.resolve("facts/part-000002.jsonl.gz"));
        assertEquals(4, decisions.size());
        assertEquals(4, facts.size());
        assertEquals(
                Sha256.of(facts.get(1).getBytes(UTF_8)),
                CanonicalJson.read(decisions.get(1).getBytes(UTF_8)).get("factsDigest"));
        Map<String, Object> manifest = CanonicalJson.read(Files.readAllBytes(run.resolve("manifest.json")));
        Map<String, String> told = new TreeMap<>();
        for (Object file : (List<?>) manifest.get("files")) {
            told.put((String) ((Map<?, ?>) file).get("file"), (String) ((Map<?, ?>) file).get("sha256"));
        }
        Map<String, String> found = files(run);
        found.remove("manifest.json");
        found.remove("seal.json");
        assertEquals(found, told);
        assertEquals(3, ((List<?>) manifest.get("parts")).size());
        assertEquals(Shipped.ENGINE.rulebook().id().digest(), digest(run.resolve("rulebook")));
        String text = Files.readString(run.resolve("summary.txt"));
        assertTrue(text.contains("ER_CAM_F.csv"), text);
        assertTrue(text.lines().allMatch(line -> line.codePointCount(0, line.length()) <= 100), text);
    }

    private String digest(Path rulebook) throws RulebookInvalid {
        return RulebookLoader.load(new RulebookLocation(rulebook, List.of(), root.resolve("cache")))
                .id()
                .digest();
    }

    @Test
    void a_run_that_wrote_nothing_yet_may_be_begun_anew_with_other_input() throws Exception {
        Path run = root.resolve("run");
        Path empty = Files.createDirectory(root.resolve("empty"));
        BatchRequest other = new BatchRequest(
                empty,
                "dcir",
                2025,
                Optional.empty(),
                Set.of(),
                run,
                false,
                1,
                256,
                "fr",
                "test",
                Seal.Signer.NONE,
                SecondLook.NONE);
        assertThrows(InputUnusable.class, () -> BatchRun.run(other, Shipped.ENGINE, Progress.NONE, CHUNK));
        assertEquals(20, run(run, false, 1).decided());
    }

    @Test
    void a_run_begun_with_something_else_is_refused_by_what_differs() throws Exception {
        Path run = root.resolve("run");
        run(run, false, 1);
        RunRefused again = assertThrows(RunRefused.class, () -> run(run, false, 1));
        assertEquals(run + ": holds a complete run. Maybe another directory.", again.getMessage());
        BatchRequest other = new BatchRequest(
                INPUT,
                "dcir",
                2024,
                Optional.empty(),
                Set.of(),
                run,
                true,
                1,
                256,
                "fr",
                "test",
                Seal.Signer.NONE,
                SecondLook.NONE);
        RunRefused year =
                assertThrows(RunRefused.class, () -> BatchRun.run(other, Shipped.ENGINE, Progress.NONE, CHUNK));
        assertEquals(
                run + ": was begun with another year, 2025 and not 2024."
                        + " Maybe go on with it as it was begun, or write to another directory.",
                year.getMessage());
        Path full = Files.createDirectory(root.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "");
        assertEquals(
                full + ": holds a file that is of no run, letter.txt. Maybe another directory.",
                assertThrows(RunRefused.class, () -> run(full, true, 1)).getMessage());
    }
}
