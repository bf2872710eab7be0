package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is what the program does. */
class ReadmeTest {
    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Calls.run(out, err, args);
    }

    /** The commands of the fenced blocks that call the program, their output folder moved away from the checkout. */
    private List<String[]> commands() throws IOException {
        List<String[]> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            shell = line.startsWith("```") ? line.equals("```sh") : shell;
            if (shell && line.startsWith("./optam ")) {
                commands.add(line.substring("./optam ".length())
                        .replace("target/", root + "/")
                        .split(" +"));
            }
        }
        return commands;
    }

    @Test
    void every_command_of_the_first_screens_works() throws IOException {
        List<String[]> commands = commands();
        assertTrue(commands.size() >= 2, "found " + commands.size());
        for (String[] command : commands) {
            if (String.join(" ", command).contains("--mutate")) {
                continue; // takes minutes; its words are held by the test below
            }
            int exit = run(command);
            assertTrue(
                    exit == Exit.DONE || exit == Exit.PARTLY,
                    String.join(" ", command) + ": exit " + exit + "\n" + err.toString(UTF_8));
        }
    }

    @Test
    void every_option_named_is_one_of_its_verb() throws IOException {
        Matcher named = Pattern.compile("\\./optam ([a-z]+)([^`\\n]*)").matcher(Files.readString(Path.of("README.md")));
        int options = 0;
        while (named.find()) {
            assertEquals(Exit.DONE, run(named.group(1), "--help"), named.group());
            String help = out.toString(UTF_8);
            for (String word : named.group(2).split("[ =]+")) {
                if (word.startsWith("--")) {
                    assertTrue(Pattern.compile(word + "\\b").matcher(help).find(), named.group() + ": " + word);
                    options++;
                }
            }
        }
        assertTrue(options >= 10, "found " + options);
    }

    @Test
    void the_main_command_decides_the_shipped_cohort_as_printed() throws IOException {
        assertEquals(Exit.PARTLY, run(commands().get(0)), err.toString(UTF_8));
        String summary = Files.readString(root.resolve("run-2025/summary.txt"));
        String readme = Files.readString(Path.of("README.md"));
        for (String line : List.of(
                "Année 2025 · 20 praticiens décidés",
                "ER_PRS_F.csv",
                "conforme ",
                "non conforme",
                "non adhérent",
                "non évaluable")) {
            String told = readme.lines()
                    .filter(l -> l.strip().startsWith(line))
                    .findFirst()
                    .orElseThrow();
            assertTrue(summary.lines().anyMatch(l -> l.startsWith(told)), told + " is not in\n" + summary);
        }
    }

    @Test
    void one_practitioner_year_reads_as_printed() throws IOException {
        run("decide", "test-scenarios/facts/fifty-acts.json");
        String text = out.toString(UTF_8).replace('\u00A0', ' ');
        for (String told : List.of(
                "éligible · 50 actes", "minimumActs = 50, decision-tables/reference/eligibilite-actes.xlsx!Table!C5")) {
            assertTrue(Files.readString(Path.of("README.md")).contains(told), told);
            assertTrue(text.contains(told), text);
        }
    }
}
