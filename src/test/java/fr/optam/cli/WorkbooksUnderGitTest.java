package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.table.RuleRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analysts who keep workbooks in git see cells, and merge them. */
class WorkbooksUnderGitTest {
    private static final String BAREME = "decision-tables/consequence/prime-bareme.drl.xlsx";

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private GitCheckout checkout;
    private RulebookCopy rulebook;

    @BeforeEach
    void begin() throws Exception {
        checkout = new GitCheckout(temporary.resolve("le référentiel"));
        rulebook = checkout.rulebook();
        checkout.switchOn();
        checkout.commit("start");
    }

    private int run(String... args) {
        return Calls.run(out, err, args);
    }

    private void set(String file, String address, String text) throws Exception {
        try (WorkbookCopy copy = WorkbookCopy.open(rulebook.read(file))) {
            rulebook.write(file, copy.setCell("Table", address, text).bytes());
        }
    }

    private void add(String file, int number, String id) throws Exception {
        try (WorkbookCopy copy = WorkbookCopy.open(rulebook.read(file))) {
            copy.insertRow("Table", number);
            for (String column : List.of("B", "D", "F", "G", "I")) {
                copy.takeCell("Table", column + number, copy, "Table", column + (number - 1));
            }
            rulebook.write(file, copy.setCell("Table", "A" + number, id).bytes());
        }
    }

    private List<String> shares() throws Exception {
        return rulebook.load().tables().get("consequence/prime-bareme").rows().stream()
                .map(RuleRow::id)
                .toList();
    }

    @Test
    void a_changed_threshold_is_one_line_in_git_diff_from_any_folder() throws Exception {
        set(BAREME, "F12", "0.8000");
        String line = BAREME + "!Table!F12 PRIM-SHARE-030 Part: 0.7000 → 0.8000\n";
        assertEquals(line, checkout.git("diff").out());
        assertEquals(
                line,
                checkout.gitIn(checkout.root().resolve("decision-tables/consequence"), "diff")
                        .out());
        checkout.git("add", "-A");
        assertEquals(line, checkout.git("diff", "--cached").out());
        checkout.git("commit", "-q", "-m", "share");
        List<String> changed = checkout.git("show", "--format=")
                .out()
                .lines()
                .filter(l -> l.matches("[-+][^-+].*"))
                .toList();
        assertEquals(List.of("-PRIM-SHARE-030 | Part | 0.7000", "+PRIM-SHARE-030 | Part | 0.8000"), changed);
    }

    @Test
    void added_deleted_and_broken_workbooks_do_not_stop_git_diff() throws Exception {
        Files.copy(rulebook.file(BAREME), rulebook.file("decision-tables/consequence/autre barème.drl.xlsx"));
        checkout.git("add", "-N", "decision-tables/consequence/autre barème.drl.xlsx");
        Files.delete(rulebook.file("decision-tables/reference/options.xlsx"));
        rulebook.write("decision-tables/reference/delais.xlsx", "no workbook");
        GitCheckout.Called diff = checkout.git("diff");
        assertEquals(0, diff.exit(), diff.err());
        assertTrue(diff.out().contains("autre barème.drl.xlsx file added\n"), diff.out());
        assertTrue(diff.out().contains("options.xlsx!Table!A4 ELIG-OPT-001 row removed: "), diff.out());
        assertTrue(diff.out().contains("delais.xlsx content differs"), diff.out());
    }

    @Test
    void branches_that_change_different_rows_merge_clean_and_rows_added_by_both_stand_by_id() throws Exception {
        checkout.git("checkout", "-q", "-b", "other");
        set(BAREME, "F13", "0.6000");
        add(BAREME, 22, "PRIM-SHARE-180");
        checkout.commit("other");
        checkout.git("checkout", "-q", "main");
        set(BAREME, "F12", "0.8000");
        add(BAREME, 22, "PRIM-SHARE-170");
        checkout.commit("mine");
        GitCheckout.Called merge = checkout.git("merge", "-q", "--no-edit", "other");
        assertEquals(0, merge.exit(), merge.out() + merge.err());
        List<String> ids = shares();
        assertEquals(List.of("PRIM-SHARE-170", "PRIM-SHARE-180"), ids.subList(12, 14));
        assertEquals(
                List.of("0.8000", "0.6000"),
                rulebook.load().tables().get("consequence/prime-bareme").rows().subList(2, 4).stream()
                        .map(r -> r.actions().get(0).text())
                        .toList());
        assertEquals("", checkout.git("status", "--porcelain").out());
    }

    @Test
    void the_same_cell_changed_on_two_branches_conflicts_by_name_and_ours_stays_painted() throws Exception {
        checkout.git("checkout", "-q", "-b", "other");
        set(BAREME, "F12", "0.7500");
        checkout.commit("other");
        checkout.git("checkout", "-q", "main");
        set(BAREME, "F12", "0.8000");
        checkout.commit("mine");
        byte[] before = rulebook.read(BAREME);
        GitCheckout.Called merge = checkout.git("merge", "--no-edit", "other");
        assertEquals(1, merge.exit());
        assertTrue(
                merge.err()
                        .contains(
                                BAREME + "!Table!F12 PRIM-SHARE-030 Part: conflict, both sides changed this cell: base"
                                        + " 0.7000, ours 0.8000, theirs 0.7500."),
                merge.err() + merge.out());
        assertEquals(
                "UU " + BAREME + "\n", checkout.git("status", "--porcelain").out());
        assertNotEquals(before.length, rulebook.read(BAREME).length);
        try (var poi =
                new org.apache.poi.xssf.usermodel.XSSFWorkbook(new ByteArrayInputStream(rulebook.read(BAREME)))) {
            var cell = poi.getSheet("Table").getRow(11).getCell(5);
            assertEquals("0.8000", cell.getStringCellValue());
            assertTrue(cell.getCellComment().getString().getString().contains("0.7500"));
        }
    }

    @Test
    void revisions_folders_and_files_are_compared() throws Exception {
        set(BAREME, "F12", "0.8000");
        checkout.commit("share");
        set(BAREME, "F13", "0.6000");
        String root = checkout.root().toString();
        assertEquals(Exit.DONE, run("diff", "--rulebook", root, "--format", "json", "HEAD~1", "HEAD"));
        JsonNode json = JsonMapper.builder().build().readTree(out.toByteArray());
        assertEquals("optam/diff/1", json.get("schema").asString());
        assertEquals(1, json.get("changes").size());
        JsonNode change = json.get("changes").get(0);
        assertEquals(
                List.of("CELL_CHANGED", "PRIM-SHARE-030", "share", "0.7000", "0.8000"),
                List.of("kind", "row", "column", "old", "new").stream()
                        .map(k -> change.get(k).asString())
                        .toList());
        assertEquals("F12", change.get("after").get("cell").asString());
        assertEquals(Exit.DIFFERS, run("diff", "--exit-code", "--rulebook", root, "--lang", "en"));
        assertTrue(out.toString(UTF_8).contains("!F13 PRIM-SHARE-040 Part: 0.5000 → 0.6000\n"), out.toString(UTF_8));
        assertEquals(Exit.DIFFERS, run("diff", "--exit-code", root));
        assertEquals(Exit.DONE, run("diff", "--exit-code", root, root));
        assertEquals(Exit.DIFFERS, run("diff", "--exit-code", root + "/" + BAREME));
        assertEquals(
                Exit.DIFFERS, run("diff", "--exit-code", "--rulebook", root, "HEAD~1:" + BAREME, "HEAD:" + BAREME));
        assertEquals(Exit.DONE, run("diff", "--rulebook", root, "HEAD~1", "HEAD", "--format", "html"));
        assertEquals(
                List.of(), fr.optam.report.html.Pages.faults(fr.optam.report.html.Pages.read(out.toString(UTF_8))));
    }

    @Test
    void a_rulebook_below_the_top_of_a_repository_is_found_in_its_revisions() throws Exception {
        GitCheckout other = new GitCheckout(temporary.resolve("autre"));
        RulebookCopy copy = new RulebookCopy(other.root().resolve("projet"));
        other.commit("start");
        rulebook = copy;
        set(BAREME, "F12", "0.8000");
        other.commit("share");
        for (Path from : List.of(other.root(), other.root().resolve("projet"))) {
            assertEquals(
                    Exit.DIFFERS,
                    run("diff", "--exit-code", "--rulebook", from.toString(), "--lang", "en", "HEAD~1", "HEAD"));
            assertTrue(
                    out.toString(UTF_8).contains("!F12 PRIM-SHARE-030 Part: 0.7000 → 0.8000\n"), out.toString(UTF_8));
        }
        assertEquals(
                Exit.DIFFERS,
                run("diff", "--exit-code", "--rulebook", other.root().toString(), "HEAD~1:projet", "HEAD:projet"));
    }

    @Test
    void what_is_no_side_is_refused() {
        for (String each :
                List.of("-x", "--output=" + temporary.resolve("out"), "no-such", "HEAD:no-such", "HEAD~99")) {
            assertEquals(Exit.USAGE, run("diff", "--rulebook", checkout.root().toString(), "--", each, "HEAD"), each);
        }
        assertTrue(Files.notExists(temporary.resolve("out")));
        assertEquals(Exit.USAGE, run("diff", temporary.toString(), "."));
        assertTrue(err.toString(UTF_8).contains("holds neither rules-drl nor decision-tables"), err.toString(UTF_8));
    }
}
