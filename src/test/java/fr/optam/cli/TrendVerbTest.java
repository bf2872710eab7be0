package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten practitioners of sector 2 over five years: eight members from the start, one more in 2023 and in 2024; every rate rises
 * by one point a year.
 */
class TrendVerbTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RATE = "overrunRate";

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Calls.run(out, err, args);
    }

    private String cohort(String further) throws IOException {
        StringBuilder people =
                new StringBuilder("practitioner_id,specialty,sector,sector2_titles,installed_on,department\n");
        StringBuilder stays = new StringBuilder(
                "practitioner_id,option,from,to,commitment_overrun_rate,commitment_opposable_share\n");
        StringBuilder years = new StringBuilder(
                "practitioner_id,year,acts_adc,acts_aco,acts_ada,reimbursable_fees,overruns,opposable_fees\n");
        for (int i = 0; i < 10; i++) {
            String id = "P" + i;
            people.append(id).append(",04,2,true,2005-03-01,75\n");
            String from = i < 8 ? "2017-01-01" : i == 8 ? "2023-01-01" : "2024-01-01";
            stays.append(id).append(",OPTAM,").append(from).append(",,0.3000,0.4000\n");
            for (int year = 2020; year <= 2025; year++) {
                int percent = 21 + 2 * i + year - 2021;
                years.append(id)
                        .append(',')
                        .append(year)
                        .append(",100,0,0,100000.00,")
                        .append(percent)
                        .append("000.00,50000.00\n");
            }
        }
        Path folder = Files.createDirectories(root.resolve("cohort" + further.length()));
        Files.writeString(folder.resolve("practitioners.csv"), people);
        Files.writeString(folder.resolve("memberships.csv"), stays);
        Files.writeString(folder.resolve("activity.csv"), years + further);
        Files.writeString(folder.resolve("tariff_rises.csv"), "practitioner_id,on,base,rise\n");
        return folder.toString();
    }

    private JsonNode trend(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "trend";
        args[1] = "--format";
        args[2] = "json";
        System.arraycopy(more, 0, args, 3, more.length);
        int exit = run(args);
        assertTrue(exit == Exit.DONE || exit == Exit.PARTLY, exit + " " + err.toString(UTF_8));
        return JSON.readTree(out.toString(UTF_8));
    }

    private static JsonNode series(JsonNode trend, String measure, String by, String code) {
        for (JsonNode each : trend.path("series")) {
            if (each.path("measure").asString().equals(measure)
                    && each.path("group").path("by").asString().equals(by)
                    && each.path("group").path("code").asString().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no series " + measure + " " + by + " " + code);
    }

    private static JsonNode all(JsonNode trend, String measure) {
        return series(trend, measure, "ALL", "");
    }

    @Test
    void a_known_drift_is_recovered_exactly() throws IOException {
        JsonNode trend = trend("--input", cohort(""), "--years", "2021-2025");
        JsonNode change = all(trend, "changeObserved." + RATE + ".median");
        for (int year = 2022; year <= 2025; year++) {
            assertEquals(
                    "0.010000", change.path("values").path(String.valueOf(year)).asString());
        }
        JsonNode median = all(trend, "observed." + RATE + ".median");
        assertEquals("0.280000", median.path("values").path("2021").asString());
        assertEquals("0.290000", median.path("values").path("2022").asString());
        assertEquals("0.310000", median.path("values").path("2023").asString(), "one more member, above the others");
        assertEquals(
                "0.015833", median.path("changeAYear").path("medianOfSlopes").asString());
        JsonNode members = all(trend, "members").path("values");
        assertEquals("8", members.path("2022").asString());
        assertEquals("9", members.path("2023").asString());
        assertEquals("10", members.path("2025").asString());
        JsonNode share = all(trend, "memberShare");
        assertEquals("0.800000", share.path("values").path("2021").asString());
        assertEquals("0.050000", share.path("changeAYear").path("firstToLast").asString());
        assertEquals("1", all(trend, "joined").path("values").path("2023").asString());
        assertEquals("0", all(trend, "left").path("values").path("2025").asString());
    }

    @Test
    void the_year_ahead_is_computed_by_hand_for_each_reading() throws IOException {
        JsonNode readings = trend("--input", cohort(""), "--years", "2021-2025").path("readings");
        assertEquals(2026, readings.path("year").asInt());
        // means of 2022 and 2023: 0.225 + 0.02 i; of 2023 and 2024: one point more
        JsonNode base = reading(readings, "base").path("rates").path(RATE);
        assertEquals("0.315000", base.path("allowed").path("mean").asString());
        assertEquals(10, base.path("commitment").path("SET").asInt());
        assertEquals(10, base.path("respect").path("BREACHED").asInt(), "the practice of 2025 is 2.5 points above");
        JsonNode later = reading(readings, "REFERENCE_2023_2024").path("rates").path(RATE);
        assertEquals("0.325000", later.path("allowed").path("mean").asString());
        assertEquals("1.000000", later.path("differencePoints").path("median").asString());
        assertEquals("10000.00", later.path("differenceEuros").asString(), "10 x 1 % of 100000.00");
        JsonNode former = reading(readings, "REFERENCE_2013_2015").path("rates").path(RATE);
        assertEquals(0, former.path("allowed").path("count").asInt());
        assertEquals(
                10, former.path("commitment").path("NOT_EVALUABLE:MISSING_FACT").asInt());
        JsonNode region = reading(readings, "REGION_ALL").path("rates").path(RATE);
        assertEquals(
                10, region.path("commitment").path("REVIEW:REGION_BAND_UNKNOWN").asInt());
        assertEquals(
                0, region.path("differencePoints").path("count").asInt(), "before the correction is no comparison");
    }

    private static JsonNode reading(JsonNode readings, String name) {
        for (JsonNode each : readings.path("readings")) {
            if (each.path("name").asString().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no reading " + name);
    }

    @Test
    void a_rejected_row_costs_its_practitioner_the_year_and_the_exit_code_says_so() throws IOException {
        String cohort = cohort("P0,2024,100,0,0,abc,1.00,1.00\n");
        assertEquals(Exit.PARTLY, run("trend", "--input", cohort, "--years", "2021-2025"));
        JsonNode trend = trend("--input", cohort, "--years", "2021-2025");
        assertEquals(1, trend.path("inputs").path(0).path("rowsRejected").asInt());
        assertEquals(
                "0.010000",
                all(trend, "changeObserved." + RATE + ".median")
                        .path("values")
                        .path("2024")
                        .asString());
    }

    @Test
    void runs_say_what_their_folders_say_and_threads_and_language_change_no_figure() throws IOException {
        String cohort = cohort("");
        for (int year = 2023; year <= 2025; year++) {
            run(
                    "batch",
                    "--input",
                    cohort,
                    "--year",
                    String.valueOf(year),
                    "--out",
                    root.resolve("run" + year).toString(),
                    "--no-progress");
        }
        JsonNode runs = trend(
                root.resolve("run2025").toString(),
                root.resolve("run2023").toString(),
                root.resolve("run2024").toString(),
                "--threads",
                "1");
        JsonNode folders = trend("--input", cohort, "--years", "2023-2025", "--threads", "3", "--lang", "en");
        assertEquals(folders.path("series"), runs.path("series"));
        assertEquals(folders.path("moves"), runs.path("moves"));
    }

    @Test
    void a_practitioner_who_is_not_there_in_a_year_is_told_apart_from_one_who_left() throws IOException {
        Path early = Path.of(cohort(""));
        Path late = Files.createDirectories(root.resolve("late"));
        for (String file : new String[] {"practitioners.csv", "memberships.csv", "activity.csv"}) {
            String text = Files.readString(early.resolve(file));
            Files.writeString(
                    late.resolve(file),
                    text.lines().filter(l -> !l.startsWith("P1,")).reduce("", (a, b) -> a + b + "\n"));
        }
        JsonNode trend = trend("--input", "2024=" + early, "--input", "2025=" + late);
        JsonNode move = trend.path("moves").path(0);
        assertEquals("OPTAM", move.path("from").asString());
        assertEquals("ABSENT", move.path("to").asString());
        assertEquals(1, move.path("practitioners").asInt());
        assertEquals(1, trend.path("moves").size());
    }

    @Test
    void a_year_twice_a_gap_and_a_missing_folder_are_said() throws IOException {
        String cohort = cohort("");
        assertEquals(Exit.USAGE, run("trend", "--input", "2024=" + cohort, "--input", "2024=" + cohort));
        assertTrue(err.toString(UTF_8).contains("the year 2024 is there twice"), err.toString(UTF_8));
        assertEquals(Exit.USAGE, run("trend", "--input", cohort));
        assertTrue(err.toString(UTF_8).contains("Maybe --years 2021-2025"), err.toString(UTF_8));
        assertEquals(Exit.USAGE, run("trend", "--input", "no-such", "--years", "2024"));
        assertEquals(Exit.USAGE, run("trend", "--input", cohort, "--years", "2025-2021"));
        assertEquals(Exit.USAGE, run("trend"));
        assertEquals(Exit.USAGE, run("trend", root.toString()));
        JsonNode gap = trend("--input", cohort, "--years", "2021,2024,2025");
        assertTrue(gap.path("notes").path(0).path("en").asString().startsWith("Years missing: 2022, 2023."));
        assertEquals(
                new BigDecimal("0.010000"),
                new BigDecimal(all(gap, "changeObserved." + RATE + ".median")
                        .path("values")
                        .path("2025")
                        .asString()));
    }

    @Test
    void the_json_fits_its_schema_and_the_page_is_xml_without_script_that_hides_small_groups() throws Exception {
        String cohort = cohort("");
        run("trend", "--input", cohort, "--years", "2023-2025", "--target", "0.60", "--format", "json");
        String json = out.toString(UTF_8);
        try (InputStream in = TrendVerb.class.getResourceAsStream("/schema/trend-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
        }
        assertEquals(
                "TARGET",
                JSON.readTree(json).path("targets").path(0).path("kind").asString());
        Path page = root.resolve("trend.html");
        Path table = root.resolve("trend.csv");
        run(
                "trend",
                "--input",
                cohort,
                "--years",
                "2023-2025",
                "--format",
                "html",
                "--out",
                page.toString(),
                "--tables",
                table.toString());
        String html = Files.readString(page);
        assertTrue(!html.contains("<script") && html.contains("moins de 11 praticiens"), html.substring(0, 200));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replaceFirst("<!DOCTYPE html>", "").getBytes(UTF_8)));
        List<String> rows = Files.readAllLines(table);
        assertTrue(rows.contains("2025,members,ALL,,,,,true"), "ten members are hidden");
        assertTrue(rows.stream().noneMatch(r -> r.startsWith("2025,memberShare,ALL") && r.endsWith("false")));
        run("trend", "--input", cohort, "--years", "2023-2025", "--tables", table.toString(), "--smallest-group", "0");
        assertTrue(Files.readAllLines(table).contains("2025,members,ALL,,10,practitioners,10,false"));
        assertEquals(Exit.USAGE, run("trend", "--input", cohort, "--years", "2025", "--tables", "x.txt"));
        assertEquals(Exit.USAGE, run("trend", "--input", cohort, "--years", "2025", "--assume", "ADAPT=2"));
        assertTrue(err.toString(UTF_8).startsWith("ADAPT: out of bounds, 2. Maybe 0 to 1."), err.toString(UTF_8));
    }
}
