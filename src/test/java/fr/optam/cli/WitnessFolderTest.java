package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.RulebookCopy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check --witness}: files that decide runs, and that show what check found. */
class WitnessFolderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECTORS = "decision-tables/eligibility/secteurs.drl.xlsx";
    private static final String SHARES = "decision-tables/consequence/prime-bareme.drl.xlsx";
    private static final int UPPER = 4;

    @TempDir
    Path root;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String run(int expected, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("OPTAM_CACHE", Path.of("target", "test-cache").toString());
        int code = Main.run(
                args,
                new Shell(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintStream(err, true, UTF_8),
                        false,
                        false,
                        environment,
                        Optional.empty()));
        assertEquals(expected, code, err.toString(UTF_8));
        return out.toString(UTF_8);
    }

    private static Row row(Sheet sheet, String id) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError(id);
    }

    private JsonNode spoiled() throws Exception {
        RulebookCopy copy = new RulebookCopy(root.resolve("copy"));
        copy.edit(SECTORS, sheet -> {
            Row last = row(sheet, "ELIG-SECTOR-070");
            sheet.removeRow(last);
        });
        copy.edit(SHARES, sheet -> row(sheet, "PRIM-SHARE-120").getCell(UPPER).setCellValue("2.50"));
        run(Exit.FAILED, "check", "--rulebook", copy.root().toString(), "--witness", folder());
        return JSON.readTree(Files.readString(root.resolve("out/findings.json")));
    }

    private String folder() {
        return root.resolve("out").toString();
    }

    @Test
    void decide_runs_each_file_and_says_what_the_finding_says() throws Exception {
        JsonNode findings = spoiled();
        List<String> kinds = new ArrayList<>();
        for (JsonNode finding : findings) {
            kinds.add(finding.get("kind").asString());
            String facts =
                    root.resolve("out").resolve(finding.get("facts").asString()).toString();
            JsonNode decision = JSON.readTree(run(
                    Exit.DONE,
                    "decide",
                    "--format",
                    "json",
                    "--rulebook",
                    root.resolve("copy").toString(),
                    facts));
            String said = decision.get("problems").toString();
            String wanted = finding.get("kind").asString().equals("GAP") ? "NO_ROW" : "ROWS_DISAGREE";
            assertTrue(said.contains(wanted), said);
            finding.get("rows").forEach(row -> {
                assertTrue(said.contains(row.asString()), said);
                assertTrue(decision.get("firings").toString().contains(row.asString()), row.asString());
            });
        }
        assertEquals(List.of("CONFLICT", "GAP"), kinds);
    }

    @Test
    void the_page_names_each_file_and_the_command_and_a_second_call_replaces_it() throws Exception {
        JsonNode findings = spoiled();
        String page = Files.readString(root.resolve("out/index.md"));
        findings.forEach(f -> assertTrue(page.contains(f.get("command").asString()), page));
        run(Exit.DONE, "check", "--witness", folder(), "--lang", "en");
        assertTrue(Files.readString(root.resolve("out/index.md")).contains("No finding to show."));
        findings.forEach(f -> assertFalse(
                Files.exists(root.resolve("out").resolve(f.get("facts").asString()))));
    }

    @Test
    void a_folder_inside_the_rulebook_is_refused() throws Exception {
        run(Exit.USAGE, "check", "--witness", "decision-tables/witnesses");
        assertFalse(Files.exists(Path.of("decision-tables/witnesses")));
    }
}
