package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verb that simulates the year ahead. */
class SimulateVerbTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FACTS = "test-scenarios/facts/";
    private static final String RENEWAL = FACTS + "renewal-2026.json";
    private static final String GAINS = FACTS + "gain-sharing-2026.json";
    private static final String PARTIAL = FACTS + "partial-year-2026.json";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int call(String... args) {
        return Calls.run(out, err, args);
    }

    private String text(String call) {
        int exit = call(("simulate " + call).split(" "));
        assertTrue(exit == Exit.DONE || exit == Exit.PARTLY, exit + " " + err.toString(UTF_8));
        assertEquals("", err.toString(UTF_8));
        return out.toString(UTF_8).replace('\u00A0', ' ').replaceAll("\\s+", " ");
    }

    private JsonNode json(String call) {
        text(call + " --format json");
        return JSON.readTree(out.toString(UTF_8));
    }

    private static JsonNode way(JsonNode json, String id) {
        for (JsonNode each : json.get("ways")) {
            if (each.get("id").asString().equals(id)) {
                return each;
            }
        }
        throw new AssertionError(id);
    }

    private static JsonNode answer(JsonNode way, String question) {
        for (JsonNode each : way.get("answers")) {
            if (each.get("question").asString().equals(question)) {
                return each;
            }
        }
        throw new AssertionError(question);
    }

    private static String value(JsonNode way, String question) {
        return answer(way, question).get("value").asString();
    }

    @Test
    void the_published_renewal_goes_from_42_and_39_percent_to_60_and_22_percent() {
        String text = text(RENEWAL);
        assertTrue(
                text.contains(
                        "taux de dépassement qui passe de 42,00 % à 60,00 % ; part à tarifs opposables qui passe de 39,00 % à 22,00 %"),
                text);
        JsonNode json = json(RENEWAL);
        assertEquals("0.4200", json.at("/now/commitment.overrunRate/value").asString());
        assertEquals("0.3900", json.at("/now/commitment.opposableShare/value").asString());
        assertEquals("0.6000", value(way(json, "RENEWED"), "commitment.overrunRate"));
        assertEquals("0.2200", value(way(json, "RENEWED"), "commitment.opposableShare"));
        assertEquals("0.4200", value(way(json, "KEPT"), "commitment.overrunRate"));
    }

    @ParameterizedTest
    @CsvSource({"'',0.403333,42.10", "gain-share-0,0.333333,40.00"})
    void gain_sharing_is_told_step_by_step_in_euros(String overlay, String rate, String price) {
        String call = GAINS + (overlay.isEmpty() ? "" : " --overlay " + overlay);
        JsonNode step = way(json(call), "RENEWED").get("gainSharing").get(0);
        assertEquals("26.50", step.get("base").asString());
        assertEquals("3.50", step.get("rise").asString());
        assertEquals("0.509434", step.get("before").asString());
        assertEquals(rate, step.get("after").asString());
        String text = text(call);
        assertTrue(text.contains("40,00 € " + price.replace('.', ',') + " €"), text);
    }

    @Test
    void one_cent_more_of_overruns_is_one_too_much() throws IOException {
        for (String of : List.of(RENEWAL, GAINS)) {
            JsonNode json = json(of);
            JsonNode planned = json.get("planned");
            for (JsonNode way : json.get("ways")) {
                for (JsonNode limit : way.get("limits")) {
                    if (limit.get("kind").asString().equals("MOST")
                            && limit.get("question").asString().equals("respect")
                            && way.get("kind").asString().equals("RENEWED")) {
                        String most = limit.get("at").asString();
                        assertEquals("RESPECTED", respect(of, planned, most));
                        assertEquals("BREACHED", respect(of, planned, plusCent(most)));
                    }
                }
            }
        }
    }

    private static String plusCent(String amount) {
        return new java.math.BigDecimal(amount)
                .add(new java.math.BigDecimal("0.01"))
                .toPlainString();
    }

    /** Decides the year ahead from facts written by hand: the membership without signed rates, the overruns given. */
    private String respect(String of, JsonNode planned, String overruns) throws IOException {
        String facts = Files.readString(Path.of(of))
                .replaceFirst("\"year\": 2025", "\"year\": 2026")
                .replaceFirst(",\\s*\"commitment\": \\{[^}]*\\}", "")
                .replaceFirst(
                        "\"activity\": \\[",
                        "\"activity\": [ { \"year\": 2026, \"reimbursableFees\": \""
                                + planned.get("reimbursableFees").asString() + "\", \"overruns\": \"" + overruns
                                + "\", \"opposableFees\": \""
                                + planned.get("opposableFees").asString() + "\" },");
        Path file = Files.writeString(folder.resolve("ahead.json"), facts);
        call("decide", file.toString(), "--format", "json");
        for (JsonNode each : JSON.readTree(out.toString(UTF_8)).get("answers")) {
            if (each.get("question").asString().equals("respect")) {
                return each.get("verdict").asString();
            }
        }
        throw new AssertionError(out.toString(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RENEWAL,
                RENEWAL + " --overrun-rate 0.62 --opposable-share 40% --fees 250000 --acts +10%",
                GAINS + " --rise 2026-01-01:30.00:1.00",
                PARTIAL + " --until 2026-05-31",
                PARTIAL + " --year 2027 --overlay guide-2026",
                FACTS + "fifty-acts.json",
            })
    void json_fits_its_schema(String call) {
        text(call + " --format json");
        String json = out.toString(UTF_8);
        assertEquals(List.of(), errors(json).stream().map(Object::toString).toList());
        assertNotEquals(0, errors(json.replace("\"ways\"", "\"paths\"")).size());
    }

    private static List<com.networknt.schema.Error> errors(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    private static String schema() {
        try (InputStream in = Main.class.getResourceAsStream("/schema/simulation-1.schema.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bytes_do_not_depend_on_locale_and_zone() {
        byte[] one = bytes(Locale.FRANCE, "Europe/Paris");
        assertArrayEquals(one, bytes(Locale.forLanguageTag("ar-EG"), "Pacific/Kiritimati"));
        assertArrayEquals(one, bytes(Locale.forLanguageTag("tr-TR"), "America/Anchorage"));
    }

    private byte[] bytes(Locale locale, String zone) {
        Locale before = Locale.getDefault();
        TimeZone here = TimeZone.getDefault();
        try {
            Locale.setDefault(locale);
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            text(PARTIAL + " --until 2026-06-30 --format json");
            byte[] json = out.toByteArray();
            text(PARTIAL + " --until 2026-06-30");
            byte[] both = java.util.Arrays.copyOf(json, json.length + out.size());
            System.arraycopy(out.toByteArray(), 0, both, json.length, out.size());
            return both;
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(here);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--year 2024|--year: 2024 vient avant l’année des faits, 2025. Peut-être 2026.",
                "--year 20x6|--year: no year from 2010 to 2100, 20x6. Maybe 2026.",
                "--fees a|--fees: can't be read, a. Maybe an amount in euros, 240000.00.",
                "--overrun-rate 38|--overrun-rate: more than 1000 %, 38. Maybe 38%.",
                "--opposable-share 1.01|--opposable-share: more than 100 %, 1.01. Maybe 1.01%.",
                "--acts many|--acts: can't be read, many. Maybe a number, or +10%.",
                "--acts 300|--acts: aucun nombre d’actes n’est connu avant, 300.",
                "--rise 2026-01-01|--rise: can't be read, 2026-01-01. Maybe 2026-01-01:30.00:2.00, or none.",
                "--rise 2026-02-30:1:1|--rise: can't be read, 2026-02-30. Maybe a day, 2026-06-30.",
                "--until 2024-06-30|--until: 2024-06-30 n’est pas de l’année des faits, 2025. Peut-être 2025-06-30.",
                "--option NOVA|--option: option inconnue, NOVA.",
                "--plan no-such.yaml|no-such.yaml: no such file. Maybe the name is written otherwise.",
            })
    void wrong_use_says_where_and_what_would_help(String option, String line) {
        assertEquals(Exit.USAGE, call(("simulate " + RENEWAL + " " + option).split(" ")));
        assertTrue(err.toString(UTF_8).startsWith(line), err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void a_plan_in_a_file_is_the_same_as_on_the_command_line() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"),
                "year: 2026\nfees: 250000\noverrun-rate: 0.38\nopposable-share: 45%\nrise:\n  - 2025-07-01:26.50:3.50\n");
        String byFile = text(RENEWAL + " --plan " + plan);
        assertEquals(
                text(
                        RENEWAL
                                + " --year 2026 --fees 250000 --overrun-rate 0.38 --opposable-share 45% --rise 2025-07-01:26.50:3.50"),
                byFile);
        assertNotEquals(byFile, text(RENEWAL + " --plan " + plan + " --fees 260000"));
        Files.writeString(plan, "fee: 250000\n");
        assertEquals(Exit.USAGE, call("simulate", RENEWAL, "--plan", plan.toString()));
        assertTrue(err.toString(UTF_8).contains("no such key, fee."), err.toString(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RENEWAL + " --overlay prime-rates-kept",
                PARTIAL + " --until 2026-06-30 --lang en",
                FACTS + "fifty-acts.json"
            })
    void the_page_is_xml_loads_nothing_and_says_the_three_sentences_first(String call) throws Exception {
        text(call + " --format html");
        String page = out.toString(UTF_8);
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.replaceFirst("<!DOCTYPE html>", "").getBytes(UTF_8)));
        List<String> ids = java.util.regex.Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), ids.toString());
        assertEquals(-1, page.indexOf("<script"));
        assertEquals(-1, page.indexOf("src="));
        assertTrue(page.contains(call.endsWith("en") ? "<html lang=\"en\">" : "<html lang=\"fr\">"));
        String flat = page.replace('\u00A0', ' ').replaceAll("\\s+", " ");
        text(call);
        String first = out.toString(UTF_8)
                .replace('\u00A0', ' ')
                .lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("1. ") || line.startsWith("   "))
                .map(String::strip)
                .reduce("", (one, line) -> one + " " + line)
                .strip()
                .substring(3);
        assertTrue(flat.contains("<li>" + first + "</li>"), first);
    }

    @Test
    void facts_of_a_run_are_simulated_with_its_rulebook() {
        String run = folder.resolve("run").toString();
        call("batch", "--layout", "dcir", "--input", "test-scenarios/cohort/dcir", "--year", "2025", "--out", run);
        assertTrue(text("--run " + run + " --practitioner 99100012")
                .startsWith("PRATICIEN 99100012, SIMULATION DE L’ANNÉE 2026"));
        assertEquals(Exit.USAGE, call("simulate", "--run", run));
        assertEquals(Exit.USAGE, call("simulate", RENEWAL, "--run", run, "--practitioner", "99100012"));
        assertEquals(Exit.USAGE, call("simulate"));
        assertEquals(
                Exit.USAGE, call("simulate", "--run", run, "--practitioner", "99100012", "--overlay", "guide-2026"));
        assertEquals(Exit.FAILED, call("simulate", "--run", run, "--practitioner", "nobody"));
    }

    @Test
    void each_example_of_the_help_works() {
        assertEquals(Exit.DONE, call("simulate", "--help"));
        String help = out.toString(UTF_8);
        assertTrue(help.lines().allMatch(line -> line.length() <= 96), help);
        List<String> examples = help.replace("\n   --", " --")
                .lines()
                .filter(line ->
                        line.startsWith("optam simulate ") && !line.contains("--run") && !line.contains("--out"))
                .toList();
        assertEquals(3, examples.size(), help);
        examples.forEach(example -> text(example.substring("optam simulate ".length())));
    }

    @Test
    void what_the_guide_says_of_the_reference_years_gives_other_commitments() {
        JsonNode json = json(RENEWAL + " --overlay guide-2026");
        assertEquals("0.5300", value(way(json, "RENEWED"), "commitment.overrunRate"));
        assertEquals("0.2900", value(way(json, "RENEWED"), "commitment.opposableShare"));
    }
}
