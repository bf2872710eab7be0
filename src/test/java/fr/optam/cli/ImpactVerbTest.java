package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.optam.rulebook.RulebookCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verb that decides a cohort under two rulebooks. */
class ImpactVerbTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VALUES = "decision-tables/reference/modificateurs-valeurs.xlsx";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int call(String... args) {
        return Calls.run(out, err, args);
    }

    private static void set(Sheet sheet, String address, String text) {
        CellReference at = new CellReference(address);
        sheet.getRow(at.getRow()).getCell(at.getCol()).setCellValue(text);
    }

    /** A rulebook in which K is worth more in 2025. */
    private String dearer() {
        return new RulebookCopy(folder.resolve("dearer"))
                .edit(VALUES, s -> set(s, "E6", "0.2600"))
                .root()
                .toString();
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = Arrays.asList(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                    Map<String, String> row = new TreeMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        row.put(head.get(i), cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(r -> new BigDecimal(r.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void text_json_page_and_files_tell_the_same_of_the_shipped_cohort() throws IOException {
        String other = dearer();
        Path cases = folder.resolve("cases.csv");
        Path parquet = folder.resolve("cases.parquet");
        Path shares = folder.resolve("shares.csv");
        String[] args = {
            "impact",
            ".",
            other,
            "--no-progress",
            "--format",
            "json",
            "--cases",
            cases.toString(),
            "--cases",
            parquet.toString(),
            "--shares",
            shares.toString()
        };
        assertEquals(Exit.DONE, call(args), err.toString(UTF_8));
        byte[] first = out.toByteArray();
        JsonNode json = JSON.readTree(first);
        try (InputStream in = Main.class.getResourceAsStream("/schema/impact-1.schema.json")) {
            assertEquals(
                    List.of(),
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(in.readAllBytes(), UTF_8))
                            .validate(new String(first, UTF_8), InputFormat.JSON));
        }
        assertEquals(1, json.path("edits").size());
        assertEquals("MODI-VAL-012", json.path("edits").path(0).path("row").asString());
        assertEquals(20, json.path("cohort").path("practitioners").asInt());
        BigDecimal balance = new BigDecimal(json.path("totals").path("balance").asString());
        assertTrue(balance.signum() > 0, balance.toString());
        assertEquals(balance, sum(rows(cases), "balance"));
        assertEquals(balance, sum(rows(shares), "share"));
        assertEquals(json.path("totals").path("answers").asInt(), rows(cases).size());
        assertTrue(rows(cases).stream()
                .allMatch(r -> r.get("causes").equals("E1") && r.get("how").equals("ALONE")));
        assertTrue(Files.size(parquet) > 100);
        assertFalse(Files.exists(folder.resolve("cases.parquet.part")));

        byte[] table = Files.readAllBytes(parquet);
        assertEquals(Exit.DONE, call(args));
        assertArrayEquals(first, out.toByteArray());
        assertArrayEquals(table, Files.readAllBytes(parquet));

        Path page = folder.resolve("impact.html");
        assertEquals(
                Exit.DONE,
                call("impact", ".", other, "--no-progress", "--format", "html", "--out", page.toString()),
                err.toString(UTF_8));
        assertTrue(Files.readString(page).contains("MODI-VAL-012"));
        assertEquals(0, out.size());
    }

    @Test
    void edits_taken_as_one_change_the_same_practitioners_by_the_same_euros() {
        String[] args = {"impact", "--overlay", "guide-2026", "--no-progress", "--format", "json"};
        assertEquals(Exit.DONE, call(args), err.toString(UTF_8));
        JsonNode each = JSON.readTree(out.toByteArray());
        assertEquals(
                Exit.DONE, call("impact", "--as-one", "--overlay", "guide-2026", "--no-progress", "--format", "json"));
        JsonNode one = JSON.readTree(out.toByteArray());
        assertTrue(each.path("edits").size() > 1);
        assertEquals(1, one.path("edits").size());
        assertEquals(each.path("totals"), one.path("totals"));
        assertEquals(each.path("questions"), one.path("questions"));
        assertEquals(each.path("transitions"), one.path("transitions"));
    }

    @Test
    void limits_that_are_passed_end_with_1_and_name_the_practitioners() {
        String other = dearer();
        assertEquals(Exit.FAILED, call("impact", other, ".", "--no-progress", "--max-loss", "10"));
        String told = err.toString(UTF_8);
        assertTrue(told.startsWith("--max-loss 10\u00A0: limite dépassée, "), told);
        assertTrue(told.contains("9910000"), told);
        assertTrue(told.contains("E1"), told);
        assertEquals(
                Exit.DONE,
                call("impact", other, ".", "--no-progress", "--max-loss", "100000", "--max-changed", "100%"),
                err.toString(UTF_8));
        assertEquals(Exit.FAILED, call("impact", other, ".", "--no-progress", "--max-changed", "0"));
    }

    @Test
    void a_run_gives_the_same_cases_as_its_input() throws IOException {
        String other = dearer();
        String cohort = "test-scenarios/cohort/dcir";
        String run = folder.resolve("run").toString();
        assertEquals(
                Exit.PARTLY,
                call("batch", "--layout", "dcir", "--input", cohort, "--year", "2025", "--out", run, "--no-progress"));
        Path ofInput = folder.resolve("input.csv");
        Path ofRun = folder.resolve("run.csv");
        assertEquals(
                Exit.PARTLY,
                call(
                        "impact",
                        ".",
                        other,
                        "--layout",
                        "dcir",
                        "--input",
                        cohort,
                        "--year",
                        "2025",
                        "--cases",
                        ofInput.toString(),
                        "--no-progress"));
        assertEquals(
                Exit.DONE,
                call("impact", run, other, "--run", run, "--cases", ofRun.toString(), "--no-progress"),
                err.toString(UTF_8));
        assertEquals(alike(ofInput), alike(ofRun));
    }

    /** Case files without the ids of acts, that a run does not keep of all. */
    private static List<String> alike(Path file) throws IOException {
        return rows(file).stream()
                .map(row -> {
                    Map<String, String> other = new TreeMap<>(row);
                    other.remove("act");
                    return other.toString();
                })
                .sorted()
                .toList();
    }

    @Test
    void a_rulebook_with_a_mistake_ends_with_3_and_its_cell() {
        String wrong = new RulebookCopy(folder.resolve("wrong"))
                .edit("decision-tables/reference/eligibilite-actes.xlsx", s -> set(s, "B5", "OPTAM_ACX"))
                .root()
                .toString();
        assertEquals(Exit.RULEBOOK, call("impact", ".", wrong, "--no-progress"));
        assertTrue(err.toString(UTF_8).contains("eligibilite-actes.xlsx!Table!B5"), err.toString(UTF_8));
        assertEquals(Exit.RULEBOOK, call("impact", wrong, ".", "--no-progress"));
    }

    @Test
    void two_rulebooks_that_decide_alike_are_told_so() {
        assertEquals(Exit.DONE, call("impact", ".", ".", "--no-progress"), err.toString(UTF_8));
        assertTrue(out.toString(UTF_8).contains("décident de même"), out.toString(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--input src|--input: the year is missing. Maybe --year 2025.",
                "--run x --input src|--run: goes without --input and --layout. Maybe one of them only.",
                "--year 2025|--year: goes with --input only. Maybe leave it out.",
                "--input no-such --year 2025|--input: no such folder, no-such. Maybe the name is written otherwise.",
                "--cases x.txt|x.txt: no known ending. Maybe .csv, .csv.gz or .parquet.",
                "--max-changed lots|--max-changed: not a number, lots. Maybe 20 or 2%.",
                "--max-changed 1.5|--max-changed: not a whole number, 1.5. Maybe 20 or 2%.",
                "--max-loss -5|--max-loss: not a number, -5. Maybe 10000.",
                "--smallest-group 1|--smallest-group: out of bounds, 1. Maybe 11.",
                "a b c|optam impact: one argument too many, 'c'. Maybe optam impact --help."
            })
    void wrong_use_is_one_line_and_exit_code_2(String args, String line) {
        assertEquals(Exit.USAGE, call(("impact " + args).split(" ")));
        assertEquals(line + "\n", err.toString(UTF_8));
    }
}
