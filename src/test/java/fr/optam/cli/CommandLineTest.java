package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FACTS = """
            { "schema": "optam/practitioner-year/1", "year": 2025,
              "practitioner": { "id": "751234567", "specialty": "04", "sector": "2" },
              "memberships": [ { "option": "OPTAM_ACO", "from": "2025-04-01", "to": null,
                "commitment": { "overrunRate": "0.4000", "opposableShare": "0.3500" } } ],
              "activity": [ { "year": 2025, "actCounts": { "ADC": 410 },
                "reimbursableFees": "240000.00", "overruns": "98400.00", "opposableFees": "86400.00" } ],
              "acts": [ ] }
            """;

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, OutputStream to, String... args) {
        Map<String, String> environment =
                Map.of("OPTAM_CACHE", Path.of("target", "test-cache").toString());
        return Main.run(
                args,
                new Shell(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        to,
                        new PrintStream(err, true, UTF_8),
                        false,
                        false,
                        environment,
                        Optional.empty()));
    }

    private int run(String... args) {
        return run("", out, args);
    }

    private String facts(String name, String content) throws IOException {
        return Files.writeString(root.resolve(name), content).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "justify RUN|optam: no such verb, 'justify'. Maybe optam --help.",
                "decid f.json|optam: no such verb, 'decid'. Maybe decide.",
                "decide|optam decide: Missing required parameter: 'FACTS.json'. Maybe optam decide --help.",
                "decide no-such.json|no-such.json: no such file. Maybe the name is written otherwise.",
                "check --rulebook no-such|no-such: no such folder. Maybe --rulebook names another one.",
                "batch --input no-such --year 2025 --out x|--input: no such folder, no-such. Maybe the name is written otherwise.",
                "batch --input src --year 1789 --out x|--year: out of bounds, 1789. Maybe 2017 to 2100.",
                "sample --practitioners 0 --seed 1 --out x|--practitioners: out of bounds, 0. Maybe 1 to 20000000.",
            })
    void wrong_use_is_one_line_and_exit_code_2(String call, String line) {
        assertEquals(Exit.USAGE, run(call.split(" ")));
        assertEquals(line + "\n", err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void wrong_use_is_an_array_where_json_is_asked_for() {
        assertEquals(Exit.USAGE, run("decide", "no-such.json", "--format", "json"));
        assertEquals(
                "[{\"code\":\"USAGE\",\"file\":\"no-such.json\",\"hint\":\"Maybe the name is written otherwise.\","
                        + "\"message\":\"no such file\",\"severity\":\"error\",\"sheet\":null}]\n",
                out.toString(UTF_8));
        assertEquals("", err.toString(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check ", "test ", "decide ", "batch ", "sample ", "diff ", "impact "})
    void every_verb_helps(String verb) {
        assertEquals(Exit.DONE, run((verb + "--help").split(" ")));
        String help = out.toString(UTF_8);
        assertTrue(help.startsWith("Usage: optam " + verb), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 96), help);
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void a_folder_is_decided_by_name_and_a_refused_file_is_set_aside() throws IOException {
        facts("1.json", FACTS);
        facts("2.json", FACTS.replace("\"2025-04-01\"", "\"2025-04-31\""));
        facts("3.json", FACTS.replace("751234567", "751234568"));
        facts("4.txt", "no facts");
        assertEquals(Exit.PARTLY, run("decide", "--format", "json", root.toString()));
        List<JsonNode> lines = out.toString(UTF_8).lines().map(JSON::readTree).toList();
        assertEquals(3, lines.size());
        assertEquals("751234567", lines.get(0).path("practitioner").asString());
        assertEquals("$.memberships[0].from", lines.get(1).path(0).path("path").asString());
        assertEquals(
                root.resolve("2.json").toString(),
                lines.get(1).path(0).path("file").asString());
        assertEquals("VALUE_NOT_A_DATE", lines.get(1).path(0).path("code").asString());
        assertEquals("751234568", lines.get(2).path("practitioner").asString());
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void a_refused_file_is_a_line_on_standard_error() throws IOException {
        String bad = facts("bad.json", FACTS.replace("\"2\"", "\"3\""));
        assertEquals(Exit.PARTLY, run("decide", bad));
        String line = err.toString(UTF_8);
        assertTrue(line.startsWith(bad + " $.practitioner.sector: "), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void standard_input_is_decided_in_the_language_asked_for() {
        assertEquals(Exit.DONE, run(FACTS, out, "decide", "--lang", "en", "-"));
        String text = out.toString(UTF_8);
        assertTrue(text.startsWith("Practitioner 751234567, year 2025 ·"), text);
        assertTrue(text.contains("Commitment: overrun rate"), text);
        assertTrue(text.lines().allMatch(line -> line.codePointCount(0, line.length()) <= 100), text);
        assertFalse(text.contains("\u001b"), text);
    }

    @Test
    void facts_that_say_too_little_are_decided_as_not_evaluable_with_exit_code_4() {
        String bare = "{\"schema\":\"optam/practitioner-year/1\",\"year\":2025,\"practitioner\":{\"id\":\"P1\"}}";
        assertEquals(Exit.PARTLY, run(bare, out, "decide", "--format", "json", "-"));
        JsonNode decision = JSON.readTree(out.toString(UTF_8));
        assertEquals("NOT_EVALUABLE", decision.path("outcome").asString());
        assertFalse(decision.path("missing").isEmpty());
    }

    @Test
    void a_rulebook_with_a_mistake_is_exit_code_3_with_its_place() throws IOException {
        Path broken = root.resolve("rulebook");
        for (String folder : List.of("rules-drl", "decision-tables")) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(broken.resolve(file).getParent());
                    Files.copy(file, broken.resolve(file));
                }
            }
        }
        Path drl = broken.resolve("rules-drl/respect/respect.drl");
        Files.writeString(
                drl, Files.readString(drl) + "\nrule \"RESP-EVIL-010\" when eval(true) then System.exit(0); end\n");
        assertEquals(Exit.RULEBOOK, run("check", "--rulebook", broken.toString()));
        assertTrue(err.toString(UTF_8).startsWith("rules-drl/respect/respect.drl"), err.toString(UTF_8));
        assertEquals(
                Exit.RULEBOOK,
                run("decide", "--rulebook", broken.toString(), "--format", "json", facts("f.json", FACTS)));
        JsonNode first = JSON.readTree(out.toString(UTF_8)).path(0);
        assertEquals("rules-drl/respect/respect.drl", first.path("file").asString());
        assertEquals("error", first.path("severity").asString());
        assertTrue(first.path("line").isInt(), first.toString());
    }

    @Test
    void an_overlay_may_be_named_without_its_folder() {
        assertEquals(Exit.DONE, run("check", "--overlay", "guide-2026", "--lang", "en"));
        assertTrue(out.toString(UTF_8).startsWith("Rulebook 2026.1 + guide-2026, sha256:"), out.toString(UTF_8));
        assertEquals(Exit.RULEBOOK, run("check", "--overlay", "guide-1789"));
        assertEquals(
                "guide-1789: ce dossier de surcharge n’existe pas. Peut-être l’un de ceux de decision-tables/overlays. [OVERLAY_MISSING]\n"
                        + "1 erreur dans 1 fichier.\n",
                err.toString(UTF_8));
    }

    @Test
    void a_closed_pipe_ends_quietly_and_a_full_disk_does_not() {
        assertEquals(Exit.DONE, run("", failing("Broken pipe"), "check", "--format", "json"));
        assertEquals("", err.toString(UTF_8));
        assertEquals(Exit.FAILED, run("", failing("No space left on device"), "check"));
        assertEquals("standard output: can't be written, No space left on device.\n", err.toString(UTF_8));
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void a_sample_becomes_a_run_and_the_run_a_summary() {
        String cohort = root.resolve("cohort").toString();
        String run = root.resolve("run").toString();
        assertEquals(Exit.DONE, run("sample", "--practitioners", "6", "--seed", "1", "--acts", "3", "--out", cohort));
        assertTrue(out.toString(UTF_8).startsWith("SYNTHETIC"), out.toString(UTF_8));
        out.reset();
        int exit = run(
                "batch",
                "--input",
                cohort,
                "--year",
                "2025",
                "--out",
                run,
                "--threads",
                "1",
                "--no-progress",
                "--format",
                "json");
        JsonNode summary = JSON.readTree(out.toString(UTF_8));
        assertEquals(6, summary.path("counts").path("decided").asInt());
        assertEquals(summary.path("counts").path("notEvaluable").asInt() == 0 ? Exit.DONE : Exit.PARTLY, exit);
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void scenarios_pass_or_fail_with_exit_code_1() throws IOException {
        assertEquals(
                Exit.DONE,
                run(
                        "test",
                        "--only",
                        "examples",
                        "--junit",
                        root.resolve("junit.xml").toString()));
        assertTrue(Files.readString(root.resolve("junit.xml")).contains("failures=\"0\""));
        Files.createDirectories(root.resolve("s"));
        Files.writeString(root.resolve("s/a.given.json"), FACTS);
        Files.writeString(root.resolve("s/a.expected.json"), "{ \"title\": \"wrong\", \"outcome\": \"NOT_A_MEMBER\" }");
        out.reset();
        assertEquals(Exit.FAILED, run("test", "--scenarios", root.resolve("s").toString(), "--failures"));
        assertTrue(out.toString(UTF_8).contains("outcome  NOT_A_MEMBER  "), out.toString(UTF_8));
    }

    @Test
    void a_decided_case_becomes_a_scenario_once_and_passes() throws IOException {
        Files.writeString(root.resolve("facts.json"), FACTS);
        String folder = root.resolve("recorded").toString();
        Files.createDirectories(Path.of(folder));
        String[] record = {
            "test", "--record", root.resolve("facts.json").toString(), "--as", "prime/one", "--scenarios", folder
        };
        assertEquals(Exit.DONE, run(record), () -> err.toString(UTF_8));
        assertEquals(Exit.USAGE, run(record));
        assertTrue(err.toString(UTF_8).contains("prime/one: a scenario of this name is there already"));
        String page = root.resolve("coverage.html").toString();
        String painted = root.resolve("painted").toString();
        out.reset();
        assertEquals(
                Exit.DONE,
                run(
                        "test",
                        "--scenarios",
                        folder,
                        "--format",
                        "json",
                        "--coverage-html",
                        page,
                        "--coverage-workbooks",
                        painted));
        JsonNode json = JSON.readTree(out.toString(UTF_8));
        assertEquals(1, json.path("scenarios").asInt());
        assertTrue(
                json.path("coverage").path("cells").asInt() > 200,
                json.path("coverage").toString());
        assertTrue(Files.readString(Path.of(page)).contains("PRIM-SHARE-010"));
        assertTrue(Files.exists(Path.of(painted, "decision-tables/consequence/prime-bareme.drl.xlsx")));
        assertEquals(Exit.USAGE, run("test", "--coverage-workbooks", "decision-tables"));
    }
}
