package fr.optam.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FileTrouble;
import fr.optam.cohort.InputUnusable;
import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is ended, or whose disk is full, before any one change of the disk, with half of what was to be written
 * there. {@code -Doptam.test.steps=all} tries every change; else some are drawn, of every kind of file.
 */
class CutOffRunTest {
    private static final int CHUNK = 2;
    private static final int DRAWN = 6;

    @TempDir
    static Path root;

    private static Path whole;
    private static List<String> changes;
    private static Path cut;
    private static int copies;

    private Path input = root.resolve("input");

    /** The process is no more: nothing after it is done either. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void five_practitioners_one_row_rejected() throws Exception {
        Path input = Files.createDirectory(root.resolve("input"));
        Files.writeString(
                input.resolve("practitioners.csv"),
                "practitioner_id,specialty,sector\n751000001,04,2\n751000002,04,2\n751000003,04,2\n751000004,04,1\n"
                        + "751000005,04,2\n751000006,04,no-sector\n");
        Files.writeString(
                input.resolve("memberships.csv"),
                "practitioner_id,option,from,to\n751000001,OPTAM,2024-01-01,\n751000005,OPTAM,2024-01-01,\n");
        CutOffRunTest test = new CutOffRunTest();
        whole = root.resolve("whole");
        changes = new ArrayList<>();
        Disk.watch(file -> changes.add(whole.relativize(file).toString()));
        test.run(whole, false);
        cut = root.resolve("cut");
        Disk.watch(file -> {
            if (file.endsWith("decisions/part-000002.jsonl.gz")) {
                throw new Ended();
            }
        });
        assertThrows(Ended.class, () -> test.run(cut, false));
        Disk.watch(file -> {});
    }

    /** Input of its own, to be changed. */
    private void changeable() throws IOException {
        input = copy(input);
    }

    private static Path copy(Path folder) throws IOException {
        Path copy = root.resolve("copy-" + ++copies);
        for (Path each : Disk.below(folder)) {
            Files.copy(each, copy.resolve(folder.relativize(each).toString()));
        }
        return copy;
    }

    @AfterEach
    void watch_no_more() {
        Disk.watch(file -> {});
    }

    private RunSummary run(Path out, boolean resume) throws InputUnusable, RunRefused, IOException {
        return run(out, resume, Progress.NONE);
    }

    private RunSummary run(Path out, boolean resume, Progress progress) throws InputUnusable, RunRefused, IOException {
        return run(out, resume, progress, SecondLook.NONE);
    }

    private RunSummary run(Path out, boolean resume, Progress progress, SecondLook look)
            throws InputUnusable, RunRefused, IOException {
        BatchRequest request = new BatchRequest(
                input,
                "neutral",
                2025,
                Optional.empty(),
                Set.of(),
                out,
                resume,
                1,
                64,
                "fr",
                "test",
                Seal.Signer.NONE,
                look);
        return BatchRun.run(request, Shipped.ENGINE, progress, CHUNK);
    }

    private static Map<String, String> files(Path run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : Disk.files(run)) {
            files.put(run.relativize(file).toString(), Sha256.of(file));
        }
        return files;
    }

    /** Which changes to try: of the files of the rulebook, which are many and alike, one. */
    private static Set<Integer> tried() {
        Set<Integer> tried = new TreeSet<>();
        for (int i = 0; i < changes.size(); i++) {
            tried.add(i);
        }
        if (!"all".equals(System.getProperty("optam.test.steps"))) {
            List<Integer> own = new ArrayList<>(tried);
            own.removeIf(i -> changes.get(i).startsWith(RunDirectory.RULEBOOK));
            int rules = changes.indexOf(changes.stream()
                    .filter(name -> name.startsWith(RunDirectory.RULEBOOK + "/"))
                    .findFirst()
                    .orElseThrow());
            Random random = new Random(4);
            tried.clear();
            tried.add(rules);
            tried.add(changes.lastIndexOf(RunDirectory.SEAL));
            tried.add(changes.size() - 1);
            while (tried.size() < DRAWN) {
                tried.add(own.get(random.nextInt(own.size())));
            }
        }
        return tried;
    }

    @Test
    void wherever_a_run_ends_it_goes_on_to_the_same_bytes() throws Exception {
        for (int end : tried()) {
            Path out = root.resolve("ended-" + end);
            int[] seen = {0};
            Disk.watch(file -> {
                if (seen[0]++ >= end) {
                    throw new Ended();
                }
            });
            assertThrows(Ended.class, () -> run(out, false), changes.get(end));
            Disk.watch(file -> {});
            run(out, true);
            assertEquals(files(whole), files(out), "ended before " + end + ", " + changes.get(end));
        }
    }

    @Test
    void wherever_the_disk_is_full_the_file_is_named_and_the_run_goes_on_to_the_same_bytes() throws Exception {
        for (int full : tried()) {
            Path out = root.resolve("full-" + full);
            int[] seen = {0};
            Disk.watch(file -> {
                if (seen[0]++ >= full) {
                    throw new IOException("No space left on device");
                }
            });
            FileTrouble told = assertThrows(FileTrouble.class, () -> run(out, false), changes.get(full));
            String where = told.trouble().where();
            assertTrue(where.startsWith(out.toString()), where);
            assertEquals("DISK_FULL", told.trouble().code());
            assertEquals(
                    where + ": can't be written, the disk is full. Maybe free some room and go on with --resume.",
                    told.getMessage());
            assertEquals(
                    "écriture impossible, le disque est plein",
                    told.trouble().what().fr());
            Disk.watch(file -> {});
            run(out, true);
            assertEquals(files(whole), files(out), "full before " + full + ", " + changes.get(full));
        }
    }

    /** A run that ended before its third part had its name. */
    private static Path ended() throws IOException {
        return copy(cut);
    }

    private RunRefused refused(Path out) {
        return assertThrows(RunRefused.class, () -> run(out, true));
    }

    @Test
    void a_run_goes_on_only_with_the_input_it_was_begun_with() throws Exception {
        changeable();
        Path out = ended();
        Path memberships = input.resolve("memberships.csv");
        String before = Files.readString(memberships);
        Files.writeString(memberships, before.replace("2024-01-01", "2024-01-02"));
        RunRefused changed = refused(out);
        assertEquals("RUN_DIFFERS", changed.code());
        assertTrue(
                changed.getMessage().startsWith(out + ": was begun with another input, memberships.csv, sha256, "),
                changed.getMessage());
        assertTrue(changed.what().fr().startsWith("a été commencé autrement : entrée, memberships.csv, sha256, "));
        Files.delete(memberships);
        assertTrue(refused(out)
                .getMessage()
                .endsWith(
                        " and not nothing. Maybe go on with it as it was begun," + " or write to another directory."));
        Files.writeString(memberships, before);
        assertEquals(5, run(out, true).decided());
    }

    @Test
    void a_run_goes_on_only_with_the_share_that_is_decided_twice_it_was_begun_with() throws Exception {
        SecondLook all = new SecondLook() {
            @Override
            public Decision at(PractitionerYear facts, Decision decision) {
                return decision;
            }

            @Override
            public int percent() {
                return 100;
            }
        };
        Path out = ended();
        RunRefused changed = assertThrows(RunRefused.class, () -> run(out, true, Progress.NONE, all));
        assertTrue(
                changed.getMessage()
                        .startsWith(out + ": was begun with another share that is decided twice (--cross-check),"
                                + " 0 and not 100."),
                changed.getMessage());
        assertEquals(5, run(out, true).decided());
    }

    @Test
    void a_run_that_ended_between_its_seal_and_the_end_of_its_journal_is_complete_and_verify_says_so()
            throws Exception {
        Path out = root.resolve("sealed");
        Disk.watch(file -> {
            if (file.endsWith(Journal.NAME) && Files.exists(out.resolve(RunDirectory.SEAL))) {
                throw new Ended();
            }
        });
        assertThrows(Ended.class, () -> run(out, false));
        Disk.watch(file -> {});
        Path journal = out.resolve(Journal.NAME);
        assertTrue(Files.exists(journal));
        Files.createDirectory(out.resolve(".work"));
        Files.writeString(out.resolve(".work/staged"), "");
        RunVerifier.Verified verified = verify(out);
        assertEquals(List.of(), verified.differences());
        assertEquals(
                "the run is complete, but its writing was ended before it deleted its journal, journal.jsonl; the same"
                        + " command with --resume deletes it",
                verified.notes().get(0).en());

        List<String> lines = Files.readAllLines(journal);
        for (List<String> edited : List.of(lines.subList(0, 3), List.of("{}"), List.<String>of())) {
            Files.write(journal, edited);
            assertEquals(
                    List.of("FILE_ADDED .work/staged", "FILE_ADDED journal.jsonl"),
                    verify(out).differences().stream()
                            .map(each -> each.code() + " " + each.file())
                            .toList());
        }
        Files.write(journal, lines);
        Files.delete(out.resolve(RunDirectory.SEAL));
        RunRefused cutOff = assertThrows(RunRefused.class, () -> verify(out));
        assertEquals(
                out.toRealPath() + ": a run that was cut off. Maybe go on with it: batch --resume.",
                cutOff.getMessage());
        run(out, true);
        assertEquals(files(whole), files(out));
        assertEquals(List.of(), verify(out).notes());
    }

    private static RunVerifier.Verified verify(Path run) throws IOException, RunRefused {
        return RunVerifier.verify(
                run,
                new RunVerifier.VerifyRequest(
                        Optional.empty(), Optional.empty(), 1, root.resolve("cache"), "test", location -> Shipped.ENGINE
                                .rulebook()
                                .id()
                                .digest()));
    }

    @Test
    void where_no_directory_can_be_made_it_is_named() throws Exception {
        Path file = Files.writeString(root.resolve("a-file"), "");
        FileTrouble told = assertThrows(FileTrouble.class, () -> run(file.resolve("run"), false));
        assertEquals(
                file.resolve("run")
                        + ": can't be written, a name on its path is that of a file. Maybe another directory"
                        + " or other rights, then go on with --resume.",
                told.getMessage());
    }

    @Test
    void input_that_changes_while_it_is_read_is_refused_by_name() throws Exception {
        changeable();
        Path out = root.resolve("out");
        Progress changing = new Progress() {
            @Override
            public void reading(String file, long rows, long of, long rejected) {
                try {
                    Files.writeString(input.resolve("memberships.csv"), "practitioner_id,option,from,to\n");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public void deciding(long total, long done, long rejectedRows) {}

            @Override
            public void decided(long count) {}
        };
        InputUnusable told = assertThrows(InputUnusable.class, () -> run(out, false, changing));
        assertEquals(
                input.resolve("memberships.csv")
                        + ": the file was changed while it was read. Maybe wait until it is complete, then begin again.",
                told.getMessage());
    }

    @Test
    void one_process_at_a_time_writes_a_run() throws Exception {
        Path out = ended();
        try (Journal journal = Journal.open(out)) {
            assertEquals("RUN_BUSY", refused(out).code());
            assertEquals(List.of(), journal.parts());
        }
        assertEquals(5, run(out, true).decided());
    }

    @Test
    void a_file_that_no_run_writes_is_told_and_not_sealed() throws Exception {
        Path out = ended();
        Files.writeString(out.resolve("notes.txt"), "");
        assertEquals(
                out + ": holds a file that is of no run, notes.txt. Maybe another directory.",
                refused(out).getMessage());
    }

    @Test
    void a_journal_that_was_edited_counts_up_to_the_line_that_is_not_its_own() throws Exception {
        Path journal = ended().resolve(Journal.NAME);
        List<String> lines = Files.readAllLines(journal);
        assertEquals(3, lines.size());
        for (List<String> edited : List.of(
                List.of(lines.get(0), lines.get(1), lines.get(1)),
                List.of(lines.get(0), lines.get(2)),
                List.of(lines.get(0), lines.get(1).replace("\"count\":2", "\"count\":1"), lines.get(2)),
                List.of(lines.get(0), lines.get(1), "\0\0\0"))) {
            Path out = ended();
            Files.writeString(out.resolve(Journal.NAME), String.join("\n", edited) + "\n");
            run(out, true);
            assertEquals(files(whole), files(out));
        }
        Path out = ended();
        Files.writeString(out.resolve(Journal.NAME), "x\n" + lines.get(1) + "\n");
        assertEquals("RUN_DAMAGED", refused(out).code());
    }
}
