package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.optam.rulebook.RulebookCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A repository of its own in a folder with a blank in its name, with a copy of the rulebook in it. */
final class GitCheckout {
    /** What a call gave. */
    record Called(int exit, String out, String err) {}

    private final Path root;

    GitCheckout(Path root) {
        this.root = root;
        Assumptions.assumeTrue(installed(), "git is not installed");
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git("init", "-q", "-b", "main");
        git("config", "user.name", "test");
        git("config", "user.email", "test@example.org");
        git("config", "commit.gpgsign", "false");
    }

    private static boolean installed() {
        try {
            Process process = new ProcessBuilder("git", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path root() {
        return root;
    }

    RulebookCopy rulebook() {
        return new RulebookCopy(root);
    }

    /** Switches the drivers on as the verb does, but with the classes of this test instead of the launcher. */
    void switchOn() throws Failure, IOException, fr.optam.compare.CompareRefused {
        GitFiles.install(root, false);
        String java = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1"
                + " -XX:+UseSerialGC -cp '" + classPath() + "' fr.optam.cli.Main";
        for (String key : List.of("diff.optam.command", "diff.optam.textconv", "merge.optam.driver")) {
            String value = git("config", key).out().strip();
            git("config", key, java + value.substring(value.indexOf(" diff ")));
        }
    }

    private static String classPath() {
        return String.join(
                java.io.File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .toList());
    }

    void commit(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    Called git(String... arguments) {
        return gitIn(root, arguments);
    }

    Called gitIn(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(List.of(arguments));
        try {
            Path err = Files.createTempFile("git", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().keySet().removeIf(k -> k.equals("GIT_DIR") || k.equals("GIT_INDEX_FILE"));
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            int exit = process.waitFor();
            String said = Files.readString(err);
            Files.delete(err);
            return new Called(exit, out, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
