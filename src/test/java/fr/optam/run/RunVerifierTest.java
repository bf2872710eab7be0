package fr.optam.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed run of 20 practitioner-years in parts of eight, and what is done to copies of it. */
class RunVerifierTest {
    private static final int TAMPERINGS = 100;
    private static final int CHUNK = 8;

    @TempDir
    static Path folder;

    private static Path run;
    private static KeyPair keys;

    @BeforeAll
    static void a_run_is_sealed_and_signed() throws Exception {
        run = folder.resolve("run");
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        BatchRun.run(
                new BatchRequest(
                        Path.of("test-scenarios", "cohort", "dcir"),
                        "dcir",
                        2025,
                        Optional.empty(),
                        Set.of(2013, 2014, 2015),
                        run,
                        false,
                        1,
                        256,
                        "fr",
                        "test",
                        Seal.signer(pem),
                        SecondLook.NONE),
                Shipped.ENGINE,
                Progress.NONE,
                CHUNK);
    }

    private static RunVerifier.Verified verify(Path changed, boolean signature) throws Exception {
        return RunVerifier.verify(
                changed,
                new RunVerifier.VerifyRequest(
                        signature ? Optional.of(keys.getPublic()) : Optional.empty(),
                        Optional.empty(),
                        2,
                        folder,
                        "test",
                        rulebook -> Shipped.ENGINE.rulebook().id().digest()));
    }

    private static List<String> names() throws IOException {
        return Disk.files(run).stream()
                .map(file -> run.relativize(file).toString())
                .toList();
    }

    private static Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        for (String file : names()) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(run.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    private static List<String> lines(Path part) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(part)))) {
            return new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList());
        }
    }

    private static void write(Path part, List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        }
        Files.write(part, bytes.toByteArray());
    }

    @Test
    void the_untouched_run_verifies_with_and_without_its_key() throws Exception {
        RunVerifier.Verified verified = verify(run, true);
        assertEquals(List.of(), verified.differences());
        assertTrue(verified.signed());
        assertEquals(20, verified.decisions());
        assertEquals(List.of(), verify(run, false).differences());
    }

    @Test
    void another_key_is_refused() throws Exception {
        RunVerifier.Verified verified = RunVerifier.verify(
                run,
                new RunVerifier.VerifyRequest(
                        Optional.of(KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPublic()),
                        Optional.empty(),
                        1,
                        folder,
                        "test",
                        rulebook -> Shipped.ENGINE.rulebook().id().digest()));
        assertEquals("SIGNATURE_WRONG", verified.differences().get(0).code());
    }

    @Test
    void every_tampering_is_found_and_named() throws Exception {
        Tampering tampering = new Tampering(
                run, 20251122, location -> Shipped.ENGINE.rulebook().id().digest());
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < TAMPERINGS; i++) {
            tampering.fault(folder.resolve("copy"), folder, 2).ifPresent(faults::add);
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void a_verifier_written_from_the_page_on_the_format_agrees() throws Exception {
        assertTrue(IndependentVerifier.holds(run));
        Tampering tampering = new Tampering(run, 7, location -> "");
        for (int i = 0; i < 40; i++) {
            Path copy = tampering.copy(folder.resolve("independent"));
            Tampering.Done done = tampering.apply(copy);
            boolean holds;
            try {
                holds = IndependentVerifier.holds(copy);
            } catch (Exception refused) {
                holds = false;
            }
            assertFalse(holds, done.what());
            Tampering.delete(copy);
        }
    }

    @Test
    void the_test_vectors_of_the_page_on_the_format_are_true() throws Exception {
        String page = Files.readString(Path.of("src", "site", "markdown", "run-format.md"));
        List<byte[]> leaves = new ArrayList<>();
        Merkle tree = new Merkle();
        for (String row : List.of("none", "`a`", "`a`, `b`", "`a`, `b`, `c`")) {
            String root = IndependentVerifier.hex(IndependentVerifier.root(leaves));
            assertEquals(root, IndependentVerifier.hex(tree.root()));
            assertTrue(page.contains("| " + row + " | `" + root + "` |"), row);
            byte[] leaf = Merkle.leaf(new byte[] {(byte) ('a' + leaves.size())});
            leaves.add(leaf);
            tree.add(leaf);
        }
    }

    @Test
    void an_attacker_who_makes_everything_anew_is_caught_by_the_root_or_the_key_held_elsewhere() throws Exception {
        Path other = folder.resolve("other");
        BatchRun.run(
                new BatchRequest(
                        Path.of("test-scenarios", "cohort", "dcir"),
                        "dcir",
                        2024,
                        Optional.empty(),
                        Set.of(2013, 2014, 2015),
                        other,
                        false,
                        1,
                        256,
                        "fr",
                        "test",
                        Seal.Signer.NONE,
                        SecondLook.NONE),
                Shipped.ENGINE,
                Progress.NONE,
                CHUNK);
        assertEquals(List.of(), verify(other, false).differences());
        assertEquals("SIGNATURE_WRONG", verify(other, true).differences().get(0).code());
        String held = RunReader.open(run).root();
        RunVerifier.Verified verified = RunVerifier.verify(
                other,
                new RunVerifier.VerifyRequest(
                        Optional.empty(), Optional.of(held), 1, folder, "test", rulebook -> Shipped.ENGINE
                                .rulebook()
                                .id()
                                .digest()));
        assertEquals("ROOT_DIFFERS", verified.differences().get(0).code());
    }

    @Test
    void a_replay_gives_the_same_bytes_with_one_thread_and_with_two() throws Exception {
        for (int threads : new int[] {1, 2}) {
            List<Replayed> differing = new ArrayList<>();
            Replay replay =
                    new Replay(Shipped.ENGINE, RunForm.LEAN, true, SecondLook.NONE, differing::add, Progress.NONE);
            replay.run(RunReader.open(run), threads);
            assertEquals(20, replay.count());
            assertEquals(List.of(), differing);
        }
    }

    @Test
    void a_part_that_was_cut_off_is_not_replayed_as_if_it_were_whole() throws Exception {
        Path copy = copy("cut");
        Path part = copy.resolve("decisions/part-000001.jsonl.gz");
        write(part, lines(part).subList(0, 3));
        Replay replay = new Replay(Shipped.ENGINE, RunForm.LEAN, true, SecondLook.NONE, each -> {}, Progress.NONE);
        IOException told = org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> replay.run(RunReader.open(copy), 1));
        assertTrue(told.getMessage().contains("part-000001.jsonl.gz: ends after 3 of 8"), told.getMessage());
    }

    @Test
    void a_directory_that_is_no_run_is_refused_in_both_languages() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        RunRefused refused =
                org.junit.jupiter.api.Assertions.assertThrows(RunRefused.class, () -> verify(empty, false));
        assertEquals(empty.toRealPath() + ": holds no manifest.json. Maybe another directory.", refused.getMessage());
        assertEquals("ne contient pas de manifest.json", refused.what().fr());
    }

    @Test
    void a_changed_record_names_its_practitioner_even_if_its_digests_were_made_anew() throws Exception {
        Path copy = copy("anew");
        Path part = copy.resolve("decisions/part-000001.jsonl.gz");
        List<String> lines = lines(part);
        String practitioner = Member.text(lines.get(3).getBytes(UTF_8), Member.PRACTITIONER);
        lines.set(3, lines.get(3).replaceFirst("\"year\":2025", "\"year\":2024"));
        write(part, lines);
        List<Difference> found = verify(copy, false).differences();
        assertEquals(1, found.size(), found.toString());
        assertEquals("RECORD_CHANGED", found.get(0).code());
        assertEquals(practitioner, found.get(0).practitioner());
        assertEquals("decisions/part-000001.jsonl.gz", found.get(0).file());
    }

    @Test
    void one_decision_is_found_and_proven_against_a_root_held_elsewhere() throws Exception {
        RunReader reader = RunReader.open(run);
        for (String name : names()) {
            if (name.startsWith("decisions/")) {
                for (String line : lines(run.resolve(name))) {
                    String id = Member.text(line.getBytes(UTF_8), Member.PRACTITIONER);
                    Recorded recorded = reader.find(id).orElseThrow();
                    assertEquals(line, new String(recorded.decision(), UTF_8));
                    assertEquals(Member.text(recorded.decision(), Member.FACTS), Sha256.of(recorded.facts()));
                    Path file = folder.resolve("proof.json");
                    Files.write(file, reader.proof(recorded).json());
                    RunProof proof = RunProof.read(file);
                    assertTrue(proof.holds(reader.root()));
                    byte[] other = line.replaceFirst("2025", "2026").getBytes(UTF_8);
                    assertFalse(new RunProof(proof.index(), proof.size(), proof.path(), other).holds(reader.root()));
                }
            }
        }
        assertTrue(reader.find("nobody").isEmpty());
    }
}
