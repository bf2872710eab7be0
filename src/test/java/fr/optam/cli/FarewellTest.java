package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is stopped from outside. */
class FarewellTest {
    private static final Path CACHE = Path.of("target", "test-cache");

    @TempDir
    Path root;

    @Test
    void the_command_that_goes_on_is_the_one_that_was_given_and_fit_for_a_shell() {
        assertEquals(
                "optam batch --input 'my cohort' --year 2025 --out 'it'\\''s' --resume",
                Farewell.command(List.of("batch", "--input", "my cohort", "--year", "2025", "--out", "it's")));
        assertEquals("optam batch --resume --out é", Farewell.command(List.of("batch", "--resume", "--out", "é")));
        assertEquals("optam batch --out '~/x' '' --resume", Farewell.command(List.of("batch", "--out", "~/x", "")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stopped_by_ctrl_c_or_by_the_system_it_says_how_to_go_on_leaves_no_work_folder_and_goes_on() throws Exception {
        Map<String, Integer> exits = Map.of("INT", 130, "TERM", 143);
        Map<String, Process> batches = new TreeMap<>();
        for (String signal : exits.keySet()) {
            batches.put(signal, batch(signal));
        }
        for (String signal : exits.keySet()) {
            Process batch = batches.get(signal);
            while (batch.isAlive() && !Files.exists(root.resolve(signal).resolve(".work"))) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(batch.pid()))
                    .start()
                    .waitFor();
        }
        for (Map.Entry<String, Process> each : batches.entrySet()) {
            assertTrue(each.getValue().waitFor(60, TimeUnit.SECONDS));
            Path out = root.resolve(each.getKey());
            String said = Files.readString(root.resolve(each.getKey() + ".err"), UTF_8);
            assertEquals(exits.get(each.getKey()), each.getValue().exitValue(), said);
            assertTrue(
                    said.endsWith("optam batch: cut off, " + out + " is not complete. To go on: optam "
                            + String.join(" ", call(out)) + " --resume\n"),
                    said);
            assertFalse(Files.exists(out.resolve(".work")));
        }
        Path out = root.resolve("TERM");
        List<String> call = call(out);
        List<String> again = new ArrayList<>(call);
        again.add("--resume");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(Exit.PARTLY, run(err, again), () -> err.toString(UTF_8));
        assertEquals(Exit.PARTLY, run(err, again));
        assertTrue(
                err.toString(UTF_8)
                        .endsWith("optam batch: " + out + " is complete already, 20 decided, nothing to do\n"),
                err.toString(UTF_8));
    }

    private static List<String> call(Path out) {
        return List.of(
                "batch",
                "--input",
                "test-scenarios/cohort/dcir",
                "--layout",
                "dcir",
                "--year",
                "2025",
                "--out",
                out.toString(),
                "--lang",
                "en");
    }

    /** A batch in a process of its own. */
    private Process batch(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.optam.cli.Main"));
        command.addAll(call(root.resolve(name)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(root.resolve(name + ".err").toFile());
        builder.environment().put("OPTAM_CACHE", CACHE.toString());
        return builder.start();
    }

    private static int run(ByteArrayOutputStream err, List<String> call) {
        return Main.run(
                call.toArray(String[]::new),
                new Shell(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        new PrintStream(err, true, UTF_8),
                        false,
                        false,
                        Map.of("OPTAM_CACHE", CACHE.toString()),
                        Optional.empty()));
    }
}
