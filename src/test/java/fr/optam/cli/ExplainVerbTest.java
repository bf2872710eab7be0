package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verb that explains, from a run and from facts. */
class ExplainVerbTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FACTS = "test-scenarios/facts/fifty-acts.json";

    @TempDir
    static Path folder;

    private static String run;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void a_cohort_is_decided() {
        run = folder.resolve("run").toString();
        ExplainVerbTest first = new ExplainVerbTest();
        first.call(
                "batch", "--layout", "dcir", "--input", "test-scenarios/cohort/dcir", "--year", "2025", "--out", run);
        assertTrue(Files.exists(Path.of(run, "manifest.json")), first.err.toString(UTF_8));
    }

    private int call(String... args) {
        return Calls.run(out, err, args);
    }

    private String text(String... args) {
        int exit = call(args);
        assertTrue(exit == Exit.DONE || exit == Exit.PARTLY, exit + " " + err.toString(UTF_8));
        assertEquals("", err.toString(UTF_8));
        return out.toString(UTF_8).replace('\u00A0', ' ');
    }

    private static List<String> practitioners() throws IOException {
        JsonNode summary = JSON.readTree(Files.readString(Path.of(run, "manifest.json")));
        return List.of(
                summary.get("parts").get(0).get("first").asString(),
                summary.get("parts").get(0).get("last").asString());
    }

    @Test
    void the_physician_reads_outcome_answers_next_step_and_changes_in_this_order() {
        String text = text("explain", "--facts", FACTS);
        List<Integer> places = Stream.of(
                        "NON ADHÉRENT",
                        "Adhésion à l’OPTAM-ACO",
                        "le minimum de",
                        "Que faire ensuite",
                        "Voies et délais de recours : à compléter par l’organisme",
                        "Ce qui changerait la décision",
                        "Cette décision s’appuie sur un traitement algorithmique")
                .map(text::indexOf)
                .toList();
        assertTrue(places.stream().allMatch(place -> place >= 0), places + "\n" + text);
        assertEquals(places.stream().sorted().toList(), places);
        assertFalse(text.contains("drl"), "no file in the physician's view");
        assertFalse(text.contains("ELIG-"), "no rule in the physician's view");
    }

    @Test
    void the_analyst_reads_rows_that_applied_and_rows_that_missed_by_one_cell() {
        String text = text("explain", "--facts", FACTS, "--view", "analyst", "--no-changes");
        assertTrue(text.contains("→ ELIG-SPEC-020, decision-tables/eligibility/specialites.drl.xlsx!Table!A15"), text);
        assertTrue(text.contains("decision-tables/eligibility/secteurs.drl.xlsx : 8 lignes sans effet"), text);
        assertTrue(text.contains("secteur conventionnel = 2 ; attendu : "), text);
    }

    @Test
    void the_auditor_reads_the_tree_every_row_and_the_proof() throws IOException {
        String text = text(
                "explain",
                run,
                "--practitioner",
                practitioners().get(0),
                "--view",
                "auditor",
                "--lang",
                "en",
                "--no-changes");
        for (String part : List.of(
                "Identity of the decision",
                "Inclusion proof: holds",
                "Decided again: the same to the byte",
                "Second evaluation of the tables, without the engine: the same",
                "Why this outcome",
                "Facts read",
                "Parameters read",
                "Rows and rules that did not apply",
                "Statements of the authority")) {
            assertTrue(text.contains(part), part);
        }
        JsonNode json = json(run, practitioners().get(0));
        for (JsonNode each : json.get("notApplied")) {
            assertTrue(
                    text.contains(each.get("rule").asString() + ", "),
                    each.get("rule").asString());
        }
    }

    private JsonNode json(String from, String practitioner) {
        int exit = call("explain", from, "--practitioner", practitioner, "--format", "json", "--no-changes");
        assertTrue(exit == Exit.DONE || exit == Exit.PARTLY, exit + err.toString(UTF_8));
        return JSON.readTree(out.toByteArray());
    }

    @Test
    void no_line_is_wider_than_a_terminal() throws IOException {
        for (String view : List.of("physician", "analyst")) {
            for (String lang : List.of("fr", "en")) {
                text(
                                "explain",
                                run,
                                "--practitioner",
                                practitioners().get(1),
                                "--view",
                                view,
                                "--lang",
                                lang,
                                "--no-changes")
                        .lines()
                        .forEach(line -> assertTrue(
                                line.length() <= 96 || !line.strip().contains(" "), line.length() + " " + line));
            }
        }
    }

    private static List<com.networknt.schema.Error> errors(String json) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("urn:optam:schema:decision-1", schema("decision-1"))));
        Schema schema = registry.getSchema(schema("explanation-1"), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private static String schema(String name) {
        try (InputStream in = Main.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void json_fits_its_schema_from_a_run_and_from_facts() throws IOException {
        call("explain", "--facts", FACTS, "--format", "json");
        String fromFacts = out.toString(UTF_8);
        assertEquals(List.of(), errors(fromFacts));
        call("explain", run, "--practitioner", practitioners().get(0), "--format", "json");
        assertEquals(List.of(), errors(out.toString(UTF_8)));
        assertNotEquals(List.of(), errors(fromFacts.replace("\"state\":\"FAILED\"", "\"state\":\"MAYBE\"")));
        assertNotEquals(List.of(), errors(fromFacts.replace("\"factsDigest\"", "\"digestOfFacts\"")));
    }

    @Test
    void every_row_of_every_table_applied_or_says_why_not_for_each_fact_it_was_asked_about() throws IOException {
        JsonNode json = json(run, practitioners().get(1));
        int rows = 0;
        for (JsonNode table : json.get("tables")) {
            String name = table.get("table").asString();
            for (JsonNode asked : json.get("asked")) {
                if (asked.get("table").asString().equals(name)) {
                    for (JsonNode fact : asked.get("facts")) {
                        for (JsonNode row : table.get("rows")) {
                            boolean applied = asked.get("applied").valueStream().anyMatch(row::equals);
                            long silent = json.get("notApplied")
                                    .valueStream()
                                    .filter(each -> each.get("rule").equals(row)
                                            && each.get("facts").valueStream().anyMatch(fact::equals)
                                            && !each.get("failed").isEmpty())
                                    .count();
                            assertEquals(applied ? 0 : 1, silent, row + " of " + name + " about " + fact);
                            rows++;
                        }
                    }
                }
            }
        }
        assertTrue(rows > 30, "rows asked: " + rows);
    }

    @Test
    void nothing_is_said_in_the_name_of_the_authority() {
        call("explain", "--facts", FACTS, "--format", "json");
        JsonNode json = JSON.readTree(out.toByteArray());
        assertTrue(json.get("notices").size() >= 9, "notices");
        json.get("notices").forEach(notice -> assertTrue(notice.get("text").isNull(), notice.toString()));
        assertEquals(
                "TO_BE_SUPPLIED_BY_THE_AUTHORITY",
                json.get("contribution").get("statement").get("status").asString());
    }

    @Test
    void the_same_call_gives_the_same_bytes_under_another_locale_and_zone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (String format : List.of("json", "html")) {
            call("explain", run, "--practitioner", practitioners().get(0), "--format", format, "--no-changes");
            byte[] first = out.toByteArray();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                call("explain", run, "--practitioner", practitioners().get(0), "--format", format, "--no-changes");
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
            assertArrayEquals(first, out.toByteArray(), format);
        }
    }

    @Test
    void a_file_takes_what_standard_output_would() throws IOException {
        call("explain", "--facts", FACTS, "--format", "html", "--no-changes");
        byte[] page = out.toByteArray();
        Path file = folder.resolve("new/page.html");
        assertEquals(
                Exit.DONE,
                call("explain", "--facts", FACTS, "--format", "html", "--no-changes", "--out", file.toString()));
        assertEquals("", out.toString(UTF_8));
        assertArrayEquals(page, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain|2|optam explain: neither a run nor --facts. Maybe optam explain RUN --practitioner ID.",
                "explain RUN|2|--practitioner: missing. Maybe optam explain RUN --practitioner ID.",
                "explain RUN --facts x|2|optam explain: both a run and --facts. Maybe optam explain RUN --practitioner ID.",
                "explain RUN --practitioner nobody|1|RUN: holds no decision of practitioner nobody. Maybe another run.",
                "explain RUN --practitioner nobody --year 2024|1|RUN: is of year 2025, not 2024. Maybe another run.",
                "explain RUN --practitioner x --overlay guide-2026|2|--overlay: a run is explained with the rulebook that it recorded. Maybe optam replay RUN --practitioner ID with another one.",
                "explain no-such-run --practitioner x|1|no-such-run: aucun dossier à cet endroit. Peut-être un autre nom.",
                "explain --facts no-such.json|2|no-such.json: no such file. Maybe the name is written otherwise.",
                "explain --facts FACTS --year 2024|2|FACTS: is of year 2025, not 2024. Maybe another file.",
                "explain --facts FACTS --rulebook no-such|2|no-such: no such folder. Maybe --rulebook names another one.",
            })
    void wrong_use_says_what_and_where(String call, int exit, String line) {
        String[] args = call.replace("RUN", run).replace("FACTS", FACTS).split(" ");
        assertEquals(exit, call(args), err.toString(UTF_8));
        assertEquals(line.replaceAll("^RUN", run).replace("FACTS", FACTS) + "\n", err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
    }

    private String copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(Path.of(run))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(Path.of(run).relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return copy.toString();
    }

    @Test
    void a_rulebook_changed_after_the_run_is_told_loudly() throws IOException {
        String changed = copy("changed");
        Path rule = Path.of(changed, "rulebook/rules-drl/eligibility/reponses.drl");
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace("\"NOT_ELIGIBLE\", \"OPTION_NOT_OPEN\"", "\"REVIEW\", \"OPTION_NOT_OPEN\""));
        assertEquals(
                Exit.DIFFERS,
                call("explain", changed, "--practitioner", practitioners().get(0)));
        assertTrue(err.toString(UTF_8).contains("rejouer la décision donne autre chose"), err.toString(UTF_8));
        assertTrue(out.toString(UTF_8).contains("ATTENTION"), "the page itself says so");
    }

    @Test
    void a_broken_rulebook_in_the_run_is_exit_3() throws IOException {
        String broken = copy("broken");
        Path rules = Path.of(broken, "rulebook/rules-drl/respect/respect.drl");
        Files.writeString(rules, Files.readString(rules).replace("num(\"observed\")", "num(\"observde\")"));
        assertEquals(
                Exit.RULEBOOK,
                call("explain", broken, "--practitioner", practitioners().get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisions/part-000000.jsonl.gz",
                "facts/part-000000.jsonl.gz",
                "ledger/part-000000.csv.gz",
                "manifest.json"
            })
    void a_damaged_file_is_an_error_and_no_stack(String name) throws IOException {
        String damaged = copy("damaged-" + name.replace('/', '-'));
        Path file = Path.of(damaged, name);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 20; at < bytes.length - 8; at += bytes.length / 3) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x21;
            Files.write(file, changed);
            int exit =
                    call("explain", damaged, "--practitioner", practitioners().get(0), "--no-changes");
            assertFalse(err.toString(UTF_8).contains("an error of the program"), err.toString(UTF_8));
            assertTrue(exit != Exit.USAGE, "exit " + exit);
        }
    }
}
