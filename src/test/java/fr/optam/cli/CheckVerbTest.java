package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.book.Annotated;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code check} says of a rulebook with mistakes, in its three forms, and what it writes on copies. */
class CheckVerbTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RIGHTS = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String OPTIONS = "decision-tables/reference/options.xlsx";
    private static final String OUTCOME = "rules-drl/decide/issue.drl";

    @TempDir
    private Path folder;

    private RulebookCopy copy;
    private Path copies;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeEach
    void copy() {
        copy = new RulebookCopy(folder.resolve("rulebook"));
        copies = folder.resolve("copies");
    }

    private int check(String... more) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        List<String> args = Stream.concat(
                        Stream.of("check", "--rulebook", copy.root().toString()), Stream.of(more))
                .toList();
        Map<String, String> environment =
                Map.of("OPTAM_CACHE", Path.of("target", "test-cache").toString());
        return Main.run(
                args.toArray(String[]::new),
                new Shell(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintStream(err, true, UTF_8),
                        false,
                        false,
                        environment,
                        Optional.empty()));
    }

    private void spoil() throws IOException {
        copy.edit(RIGHTS, s -> s.getRow(9).getCell(3).setCellValue("K Y"));
        copy.edit(OPTIONS, s -> s.getRow(5).getCell(0).setCellValue("ELIG-OPT-001"));
        copy.write(
                OUTCOME, Files.readString(copy.file(OUTCOME)).replaceFirst("\n  out\\.", "\n  System.exit(3); out."));
        copy.write("decision-tables/modifiers/coupe.drl.xlsx", "PK\3\4 …");
    }

    private int faultyLine() throws IOException {
        List<String> lines = Files.readAllLines(copy.file(OUTCOME));
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains("System.exit"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void a_sound_rulebook_has_no_finding_and_no_copy() {
        assertEquals(Exit.DONE, check("--annotate", copies.toString()));
        assertTrue(out.toString(UTF_8).endsWith("\nAucune erreur.\n"), out.toString(UTF_8));
        assertEquals("Aucun fichier à annoter.\n", err.toString(UTF_8));
        assertFalse(Files.exists(copies));
    }

    @Test
    void every_mistake_is_a_line_with_its_code_and_a_last_line_counts_them() throws Exception {
        spoil();
        assertEquals(Exit.RULEBOOK, check("--lang", "en"));
        List<String> lines = err.toString(UTF_8).lines().toList();
        for (String where : List.of(
                "decision-tables/modifiers/coupe.drl.xlsx: ",
                RIGHTS + "!Table!D10: ",
                OPTIONS + "!Table!A6: ",
                OUTCOME + "!" + faultyLine() + ": ")) {
            assertEquals(
                    1, lines.stream().filter(l -> l.startsWith(where)).count(), where + " in\n" + err.toString(UTF_8));
        }
        assertTrue(
                lines.subList(0, lines.size() - 1).stream().allMatch(l -> l.matches(".+\\. \\[[A-Z0-9_]+\\]")),
                err.toString(UTF_8));
        assertEquals(lines.size() - 1 + " mistakes in 4 files.", lines.get(lines.size() - 1));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void json_lists_the_same_findings() throws Exception {
        spoil();
        assertEquals(Exit.RULEBOOK, check("--format", "json"));
        JsonNode found = JSON.readTree(out.toByteArray());
        assertEquals("", err.toString(UTF_8));
        assertTrue(found.valueStream()
                .anyMatch(f -> f.path("cell").asString("").equals("D10")
                        && f.path("sheet").asString().equals("Table")
                        && f.path("severity").asString().equals("error")));
    }

    @Test
    void sarif_fits_the_official_schema_and_points_at_rows_columns_and_lines() throws Exception {
        spoil();
        assertEquals(Exit.RULEBOOK, check("--format", "sarif"));
        assertEquals(List.of(), valid(out.toString(UTF_8)));
        JsonNode run = JSON.readTree(out.toByteArray()).path("runs").path(0);
        JsonNode cell = result(run, "D10");
        assertEquals(
                10, cell.at("/locations/0/physicalLocation/region/startLine").asInt());
        assertEquals(
                4, cell.at("/locations/0/physicalLocation/region/startColumn").asInt());
        assertEquals(
                RIGHTS,
                cell.at("/locations/0/physicalLocation/artifactLocation/uri").asString());
        assertEquals(
                RIGHTS + "!Table!D10",
                cell.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString());
        assertEquals("error", cell.path("level").asString());
        JsonNode rule = run.at("/tool/driver/rules").path(cell.path("ruleIndex").asInt());
        assertEquals(cell.path("ruleId").asString(), rule.path("id").asString());
        assertEquals(
                "La valeur d’une cellule n’est pas de la forme que sa colonne attend.",
                rule.at("/help/text").asString());
        int line = faultyLine();
        assertTrue(run.path("results")
                .valueStream()
                .anyMatch(r -> r.at("/locations/0/physicalLocation/artifactLocation/uri")
                                .asString()
                                .equals(OUTCOME)
                        && r.at("/locations/0/physicalLocation/region/startLine")
                                        .asInt()
                                == line));
    }

    private static JsonNode result(JsonNode run, String cell) {
        return run.path("results")
                .valueStream()
                .filter(r -> r.at("/locations/0/logicalLocations/0/name")
                        .asString("")
                        .equals(cell))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sarif_of_a_sound_rulebook_fits_too_and_the_validator_can_say_no() throws Exception {
        assertEquals(Exit.DONE, check("--format", "sarif"));
        assertEquals(List.of(), valid(out.toString(UTF_8)));
        assertFalse(valid(out.toString(UTF_8).replace("\"results\"", "\"resultats\""))
                .isEmpty());
    }

    private static List<com.networknt.schema.Error> valid(String json) throws IOException {
        try (InputStream in = CheckVerbTest.class.getResourceAsStream("sarif/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        }
    }

    @Test
    void annotated_copies_show_each_mistake_where_it_is_and_leave_the_originals_alone() throws Exception {
        spoil();
        Map<String, byte[]> before = files(copy.root());
        assertEquals(Exit.RULEBOOK, check("--annotate", copies.toString()));
        Map<String, byte[]> after = files(copy.root());
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
        assertEquals(
                List.of("decision-tables/modifiers/coupe.drl.xlsx.txt", RIGHTS, OPTIONS, "optam.sha256", OUTCOME),
                List.copyOf(files(copies).keySet()));
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(copies.resolve(RIGHTS)))) {
            XSSFSheet sheet = book.getSheet("Table");
            String comment =
                    sheet.getCellComment(new CellAddress("D10")).getString().getString();
            assertTrue(comment.startsWith("Erreur CELL_VALUE\n"), comment);
            assertTrue(comment.contains("K Y"), comment);
            assertEquals(
                    "FFF0936B",
                    sheet.getRow(9)
                            .getCell(3)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex());
        }
        String drl = Files.readString(copies.resolve(OUTCOME));
        assertTrue(drl.lines().toList().get(faultyLine()).startsWith("// Erreur "), drl);
        List<String> without = drl.lines()
                .filter(line -> !line.startsWith("// ") || line.equals("// Outcome of the year."))
                .toList();
        assertEquals(Files.readAllLines(copy.file(OUTCOME)), without);
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void an_annotated_copy_put_back_without_its_mistake_is_the_same_rulebook_as_before() throws Exception {
        String digest = copy.load().id().digest();
        copy.edit(RIGHTS, s -> s.getRow(9).getCell(3).setCellValue("K Y"));
        check("--annotate", copies.toString());
        copy.write(RIGHTS, Files.readAllBytes(copies.resolve(RIGHTS)));
        copy.edit(RIGHTS, s -> s.getRow(9).getCell(3).setCellValue("K"));
        assertEquals(digest, copy.load().id().digest());
    }

    @Test
    void a_later_call_replaces_its_own_copies_and_removes_those_of_mended_files() throws Exception {
        spoil();
        check("--annotate", copies.toString());
        byte[] drl = Files.readAllBytes(copies.resolve(OUTCOME));
        copy.write(RIGHTS, Files.readAllBytes(Path.of(RIGHTS)));
        assertEquals(Exit.RULEBOOK, check("--annotate", copies.toString()));
        assertFalse(Files.exists(copies.resolve(RIGHTS)));
        assertArrayEquals(drl, Files.readAllBytes(copies.resolve(OUTCOME)));
    }

    @Test
    void a_copy_that_a_person_changed_is_not_replaced() throws Exception {
        spoil();
        check("--annotate", copies.toString());
        Files.writeString(copies.resolve(OUTCOME), "mine");
        assertEquals(Exit.USAGE, check("--annotate", copies.toString()));
        assertEquals("mine", Files.readString(copies.resolve(OUTCOME)));
    }

    @Test
    void copies_never_lie_inside_the_rulebook() throws Exception {
        spoil();
        Files.createSymbolicLink(folder.resolve("link"), copy.root());
        for (String inside : List.of("rulebook", "rulebook/decision-tables", "rulebook/rules-drl/new/deep", "link")) {
            assertEquals(Exit.USAGE, check("--annotate", folder.resolve(inside).toString()), inside);
        }
        assertEquals(
                Exit.RULEBOOK,
                check("--annotate", folder.resolve("rulebook/elsewhere").toString()));
    }

    @Test
    void warnings_alone_and_notes_alone_are_told_apart_from_mistakes() {
        RulebookProblem warning = found(Severity.WARNING, "Table!D10");
        RulebookProblem note = found(Severity.NOTE, "Table!D9");
        assertEquals(List.of(note, warning), Findings.sorted(List.of(warning, note, warning)));
        assertEquals(
                RIGHTS + "!Table!D10: avertissement, deux lignes. Peut-être une. [CODE]", Findings.line(warning, true));
        assertEquals("1 warning, 1 note in 1 file.", Findings.summary(List.of(warning, note), false));
    }

    private static RulebookProblem found(Severity severity, String place) {
        return new RulebookProblem(
                "CODE",
                severity,
                RIGHTS,
                place,
                new Sentence("deux lignes", "two rows"),
                new Sentence("Peut-être une.", "Maybe one."));
    }

    @Test
    void several_findings_of_a_cell_share_its_comment_and_the_gravest_gives_the_colour() throws Exception {
        byte[] painted = Annotated.workbook(
                copy.read(RIGHTS),
                List.of(
                        found(Severity.NOTE, "Table!D10"),
                        found(Severity.WARNING, "Table!D10"),
                        found(Severity.NOTE, "")),
                false);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(painted))) {
            XSSFSheet sheet = book.getSheet("Table");
            assertEquals(
                    "Warning CODE\ntwo rows.\nMaybe one.\n\nNote CODE\ntwo rows.\nMaybe one.",
                    sheet.getCellComment(new CellAddress("D10")).getString().getString());
            assertEquals(
                    "FFFFD24D",
                    sheet.getRow(9)
                            .getCell(3)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex());
        }
        List<Sheet> sheets = XlsxReader.read(painted);
        Sheet list = sheets.get(sheets.size() - 1);
        assertEquals("Table!D10", list.text(list.lastRow(), 1));
    }
}
