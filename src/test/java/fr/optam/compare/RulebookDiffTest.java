package fr.optam.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two rulebooks is said once, at its place, and nothing else is. */
class RulebookDiffTest {
    private static final String BAREME = "decision-tables/consequence/prime-bareme.drl.xlsx";
    private static final String PRIME = "rules-drl/consequence/prime.drl";

    @TempDir
    Path temporary;

    private RulebookDiff diff(RulebookCopy after) {
        return diff("", after.root().toString());
    }

    private RulebookDiff diff(String before, String after) {
        Path here = Path.of("").toAbsolutePath();
        try (Editions editions = new Editions(here, here, List.of(here), Shipped.CACHE, List.of())) {
            List<Edition> both = editions.read(before, after);
            return Comparison.of(both.get(0), both.get(1));
        } catch (IOException | CompareRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static List<String> lines(RulebookDiff diff) {
        return new DiffText(false, false).changes(diff).lines().toList();
    }

    private static void set(Sheet sheet, String address, String text) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(address);
        Row row = sheet.getRow(at.getRow());
        row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
    }

    @Test
    void a_rulebook_does_not_differ_from_itself() {
        RulebookDiff diff = diff("", "");
        assertEquals(List.of(), diff.changes());
        assertEquals(List.of(), diff.notes());
        assertTrue(diff.before().id().isPresent());
    }

    @Test
    void a_threshold_is_one_line_with_its_old_and_new_value() {
        RulebookCopy copy = new RulebookCopy(temporary).edit(BAREME, s -> set(s, "F12", "0.8000"));
        assertEquals(List.of(BAREME + "!Table!F12 PRIM-SHARE-030 Part: 0.7000 → 0.8000"), lines(diff(copy)));
        Change change = diff(copy).changes().get(0);
        assertEquals("consequence/prime-bareme", change.table());
        assertEquals(List.of("share", "Part"), List.of(change.column(), change.header()));
        assertEquals("F12", change.before().cell());
    }

    @Test
    void a_workbook_that_another_program_wrote_anew_does_not_differ() {
        RulebookCopy copy = new RulebookCopy(temporary).rewrite(BAREME, workbook -> {
            workbook.getSheetAt(0).setColumnWidth(3, 9000);
            workbook.getSheetAt(0).getRow(11).getCell(5).setCellStyle(workbook.createCellStyle());
        });
        assertEquals(List.of(), lines(diff(copy)));
    }

    @Test
    void a_broken_rulebook_is_compared_too() {
        RulebookCopy copy = new RulebookCopy(temporary)
                .edit(BAREME, s -> {
                    set(s, "F12", "0,8");
                    set(s, "F6", "AKTION");
                })
                .write("decision-tables/reference/options.xlsx", "no workbook");
        RulebookDiff diff = diff(copy);
        assertTrue(diff.after().id().isEmpty() && !diff.after().problems().isEmpty());
        List<String> lines = lines(diff);
        assertTrue(lines.contains(BAREME + "!Table!F12 PRIM-SHARE-030 Part: 0.7000 → 0,8"), lines.toString());
        assertTrue(lines.contains(BAREME + "!Table!F6 keyword Part: ACTION → AKTION"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(l -> l.startsWith("decision-tables/reference/options.xlsx content differs")),
                lines.toString());
        assertEquals(4, lines.size(), lines.toString());
    }

    @Test
    void columns_come_go_move_and_change_their_header_without_touching_other_cells() {
        RulebookCopy copy = new RulebookCopy(temporary).rewrite("decision-tables/reference/options.xlsx", workbook -> {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                String label = row.getCell(2) == null ? "" : row.getCell(2).getStringCellValue();
                String next = row.getCell(3) == null ? "" : row.getCell(3).getStringCellValue();
                row.createCell(2).setCellValue(next);
                row.createCell(3).setCellValue(label);
            }
            set(sheet, "B3", "Code de l'option");
            set(sheet, "K2", "rank:int");
            set(sheet, "K3", "Rang");
            set(sheet, "K5", "2");
            for (Row row : sheet) {
                if (row.getCell(7) != null) {
                    row.removeCell(row.getCell(7));
                }
            }
        });
        List<String> lines = lines(diff(copy)).stream()
                .map(l -> l.replace("decision-tables/reference/options.xlsx!Table!", ""))
                .toList();
        assertEquals(
                List.of(
                        "H3 Article column removed",
                        "K3 Rang column added",
                        "C3 Option suivante column moved: D → C",
                        "B3 header Code de l'option: Option → Code de l'option",
                        "H4 ELIG-OPT-001 Article: L3 : titre 4, sous-titre 3, préambule → (empty)",
                        "K5 ELIG-OPT-002 Rang: (empty) → 2",
                        "H5 ELIG-OPT-002 Article: titre 4, sous-titre 3, préambule → (empty)"),
                lines);
    }

    @Test
    void rows_of_a_list_that_move_are_said_and_rows_of_a_rule_table_are_a_remark() {
        RulebookCopy copy = new RulebookCopy(temporary)
                .edit("decision-tables/reference/options.xlsx", s -> swap(s, 3, 4))
                .edit(BAREME, s -> swap(s, 9, 10));
        List<String> lines = lines(diff(copy));
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains("ELIG-OPT-00") && lines.get(0).contains("row moved: "), lines.toString());
        assertTrue(lines.get(1).startsWith("# " + BAREME + ": One row moved, without effect"), lines.toString());
    }

    private static void swap(Sheet sheet, int one, int other) {
        for (int c = 0; c < 14; c++) {
            org.apache.poi.ss.usermodel.Cell a =
                    sheet.getRow(one).getCell(c, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            org.apache.poi.ss.usermodel.Cell b =
                    sheet.getRow(other).getCell(c, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            boolean day = a.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                    || b.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC;
            Object first = value(a);
            Object second = value(b);
            put(a, second);
            put(b, first);
            if (day) {
                b.setCellStyle(a.getCellStyle());
            }
        }
    }

    private static Object value(org.apache.poi.ss.usermodel.Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getLocalDateTimeCellValue();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    private static void put(org.apache.poi.ss.usermodel.Cell cell, Object value) {
        if (value instanceof java.time.LocalDateTime day) {
            cell.setCellValue(day);
        } else if (value.equals("")) {
            cell.setBlank();
        } else {
            cell.setCellValue((String) value);
        }
    }

    @Test
    void a_row_whose_id_changed_is_recognised_by_its_content_and_that_is_said() {
        RulebookCopy copy = new RulebookCopy(temporary).edit(BAREME, s -> {
            set(s, "A12", "PRIM-SHARE-031");
            set(s, "F13", "0.4000");
        });
        assertEquals(
                List.of(
                        BAREME + "!Table!A12 Id (row recognised by its content): PRIM-SHARE-030 → PRIM-SHARE-031",
                        BAREME + "!Table!F13 PRIM-SHARE-040 Part: 0.5000 → 0.4000"),
                lines(diff(copy)));
    }

    @Test
    void rules_differ_by_part_whatever_their_layout() throws IOException {
        String text = Files.readString(Path.of(PRIME));
        RulebookCopy copy = new RulebookCopy(temporary)
                .write(
                        PRIME,
                        "// a remark\n"
                                + text.replace("\nwhen\n", "\n\n   when\n").replace("\nthen\n", "\n  then "));
        assertEquals(1, lines(diff(copy)).size(), lines(diff(copy)).toString());
        assertTrue(diff(copy).isEmpty());
        List<DrlParts.Part> rules = DrlParts.read(text);
        DrlParts.Part rule = rules.stream()
                .filter(r -> r.conditions().size() > 1)
                .findFirst()
                .orElseThrow();
        String first = rule.conditions().get(0);
        copy.write(
                PRIME,
                text.substring(0, text.indexOf(rule.id()))
                        + text.substring(text.indexOf(rule.id()))
                                .replaceFirst(java.util.regex.Pattern.quote(first), "missing(\"gap\")"));
        List<String> lines = lines(diff(copy));
        assertEquals(
                List.of(PRIME + ":" + rule.line() + " " + rule.id() + " when: " + first + " → missing(\"gap\")"),
                lines);
    }

    @Test
    void a_rule_that_can_not_be_read_is_compared_line_by_line() throws IOException {
        String text = Files.readString(Path.of(PRIME));
        RulebookCopy copy = new RulebookCopy(temporary).write(PRIME, text.replaceFirst("\nthen\n", "\nthn\n"));
        List<String> lines = lines(diff(copy));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).endsWith(" text: then → thn"), lines.toString());
    }

    @Test
    void a_rule_that_moved_to_another_file_is_said_once() throws IOException {
        String text = Files.readString(Path.of(PRIME));
        String other = "rules-drl/consequence/readhesion.drl";
        int at = text.lastIndexOf("\nrule ") + 1;
        String id = text.substring(at).split("\"")[1];
        RulebookCopy copy = new RulebookCopy(temporary)
                .write(PRIME, text.substring(0, at))
                .write(other, Files.readString(Path.of(other)) + "\n" + text.substring(at));
        List<String> lines = lines(diff(copy));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains(" " + id + " rule moved: " + PRIME + " → " + other), lines.toString());
    }

    @Test
    void an_overlay_is_compared_with_what_it_lies_over() {
        RulebookDiff diff = diff(".", Shipped.GUIDE.toString());
        assertTrue(diff.changes().stream()
                .allMatch(c ->
                        c.place().file().startsWith("overlays/guide-2026/") || c.kind() == Change.Kind.ROW_REMOVED));
        assertEquals(List.of("guide-2026"), diff.after().id().orElseThrow().overlays());
        assertEquals(diff.changes(), diff(".", ".+guide-2026").changes());
    }

    @Test
    void a_sheet_that_is_renamed_keeps_its_cells_and_a_new_one_is_said() {
        RulebookCopy copy = new RulebookCopy(temporary).rewrite(BAREME, workbook -> {
            ((XSSFWorkbook) workbook).setSheetName(1, "Remarques");
            workbook.createSheet("Brouillon").createRow(0).createCell(0).setCellValue("x");
        });
        assertEquals(
                List.of(BAREME + "!Remarques sheet renamed: Notes → Remarques", BAREME + "!Brouillon sheet added"),
                lines(diff(copy)));
    }

    @Test
    void random_edits_are_listed_and_nothing_else() throws IOException {
        int listed = 0;
        for (Path path : RandomEdits.workbooks()) {
            byte[] base = Files.readAllBytes(path);
            assertEquals(java.util.Set.of(), RandomEdits.said(base, base));
            RandomEdits.Edited edited = new RandomEdits(path.toString().hashCode() + 1L).edit(base, 5, "A");
            assertEquals(edited.said(), RandomEdits.said(base, edited.file()), path.toString());
            listed += edited.said().size();
        }
        assertTrue(listed > 6, String.valueOf(listed));
    }
}
