package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void ctrl_c_says_how_to_go_on_leaves_no_work_folder_and_the_run_goes_on() throws Exception {
        Path out = root.resolve("run");
        List<String> call = List.of(
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.optam.cli.Main"));
        command.addAll(call);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(root.resolve("err").toFile());
        builder.environment().put("OPTAM_CACHE", CACHE.toString());
        Process batch = builder.start();
        while (batch.isAlive() && !Files.exists(out.resolve(".work"))) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(batch.pid())).start().waitFor();
        assertTrue(batch.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(root.resolve("err"), UTF_8);
        assertEquals(130, batch.exitValue(), said);
        assertTrue(
                said.endsWith("optam batch: cut off, " + out + " is not complete. To go on: optam "
                        + String.join(" ", call) + " --resume\n"),
                said);
        assertFalse(Files.exists(out.resolve(".work")));

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
