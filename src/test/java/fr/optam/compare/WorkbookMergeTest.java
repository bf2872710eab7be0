package fr.optam.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Two analysts change one workbook. */
class WorkbookMergeTest {
    private static final Path BAREME = Path.of("decision-tables", "consequence", "prime-bareme.drl.xlsx");

    private static byte[] bareme() {
        try {
            return Files.readAllBytes(BAREME);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] with(byte[] file, String sheet, String address, String text) {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            return copy.setCell(sheet, address, text).bytes();
        } catch (WorkbookRefused e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] row(byte[] file, int number, String id, String share) {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            copy.insertRow("Table", number).setCell("Table", "A" + number, id).setCell("Table", "F" + number, share);
            return copy.bytes();
        } catch (WorkbookRefused e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] without(byte[] file, int number) {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            return copy.deleteRow("Table", number).bytes();
        } catch (WorkbookRefused e) {
            throw new AssertionError(e);
        }
    }

    private static WorkbookMerge.Merged merge(byte[] base, byte[] ours, byte[] theirs) {
        try {
            return WorkbookMerge.of(base, ours, theirs);
        } catch (WorkbookRefused e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(WorkbookMerge.Merged merged) {
        return merged.conflicts().stream().map(c -> c.text("f.xlsx", false)).toList();
    }

    private static String cell(byte[] file, String sheet, String address) {
        return RandomEdits.read(file).stream()
                .filter(s -> s.name().equals(sheet))
                .flatMap(s -> s.rows().values().stream())
                .flatMap(r -> r.values().stream())
                .filter(c -> c.address().equals(address))
                .map(c -> c.text())
                .findFirst()
                .orElse("");
    }

    @Test
    void different_rows_and_different_cells_of_one_row_merge_clean() {
        byte[] ours = with(with(bareme(), "Table", "F12", "0.8000"), "Notes", "B4", "Autre texte.");
        byte[] theirs = with(with(bareme(), "Table", "F13", "0.6000"), "Table", "E12", "3.50");
        WorkbookMerge.Merged merged = merge(bareme(), ours, theirs);
        assertEquals(List.of(), lines(merged));
        assertEquals(
                List.of("0.8000", "0.6000", "3.50", "Autre texte."),
                List.of(
                        cell(merged.content(), "Table", "F12"),
                        cell(merged.content(), "Table", "F13"),
                        cell(merged.content(), "Table", "E12"),
                        cell(merged.content(), "Notes", "B4")));
    }

    @Test
    void the_same_cell_changed_in_two_ways_is_a_conflict_by_name_and_ours_stays() {
        WorkbookMerge.Merged merged =
                merge(bareme(), with(bareme(), "Table", "F12", "0.8000"), with(bareme(), "Table", "F12", "0.7500"));
        assertEquals(
                List.of(
                        "f.xlsx!Table!F12 PRIM-SHARE-030 Part: conflict, both sides changed this cell: base 0.7000, ours 0.8000, theirs 0.7500."),
                lines(merged));
        assertEquals("0.8000", cell(merged.content(), "Table", "F12"));
    }

    @Test
    void the_same_change_on_both_sides_is_no_conflict() {
        WorkbookMerge.Merged merged = merge(
                bareme(),
                with(bareme(), "Table", "F12", "0.8000"),
                row(with(bareme(), "Table", "F12", "0.8000"), 22, "PRIM-SHARE-170", "0.1"));
        assertEquals(List.of(), lines(merged));
    }

    @Test
    void rows_added_at_one_place_stand_by_id_whoever_merges() {
        byte[] ours = row(bareme(), 13, "PRIM-SHARE-036", "0.6500");
        byte[] theirs = row(row(bareme(), 13, "PRIM-SHARE-034", "0.6700"), 14, "PRIM-SHARE-038", "0.6300");
        WorkbookMerge.Merged merged = merge(bareme(), ours, theirs);
        WorkbookMerge.Merged other = merge(bareme(), theirs, ours);
        assertEquals(List.of(), lines(merged));
        assertEquals(
                List.of("PRIM-SHARE-030", "PRIM-SHARE-034", "PRIM-SHARE-036", "PRIM-SHARE-038", "PRIM-SHARE-040"),
                List.of(12, 13, 14, 15, 16).stream()
                        .map(n -> cell(merged.content(), "Table", "A" + n))
                        .toList());
        assertEquals(RandomEdits.content(merged.content()), RandomEdits.content(other.content()));
    }

    @Test
    void a_row_deleted_here_and_changed_there_is_a_conflict() {
        byte[] changed = with(bareme(), "Table", "F12", "0.8000");
        byte[] deleted = without(bareme(), 12);
        WorkbookMerge.Merged kept = merge(bareme(), changed, deleted);
        assertEquals(
                List.of(
                        "f.xlsx!Table!A12 PRIM-SHARE-030: conflict, the row is changed here and deleted on the other side."),
                lines(kept));
        assertEquals("0.8000", cell(kept.content(), "Table", "F12"));
        WorkbookMerge.Merged gone = merge(bareme(), deleted, changed);
        assertEquals(
                List.of(
                        "f.xlsx!Table!A11 PRIM-SHARE-030: conflict, the row is deleted here and changed on the other side."),
                lines(gone));
        assertEquals("PRIM-SHARE-040", cell(gone.content(), "Table", "A12"));
    }

    @Test
    void a_workbook_that_both_sides_added_merges_by_rows() {
        WorkbookMerge.Merged merged =
                merge(new byte[0], row(bareme(), 22, "PRIM-SHARE-170", "0.1"), with(bareme(), "Table", "F12", "0.8"));
        assertEquals(1, merged.conflicts().size(), lines(merged).toString());
        assertTrue(
                lines(merged).get(0).contains("!F12 PRIM-SHARE-030"),
                lines(merged).toString());
    }

    private static byte[] rewritten(byte[] file, Consumer<XSSFWorkbook> edit) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(Sheet sheet, int row, int column, String text) {
        Row there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        there.createCell(column).setCellValue(text);
    }

    private static byte[] withColumn(byte[] file) {
        return rewritten(file, workbook -> {
            Sheet sheet = workbook.getSheetAt(0);
            put(sheet, 5, 10, "METADATA");
            put(sheet, 7, 10, "remark(\"$param\")");
            put(sheet, 8, 10, "Remarque");
            put(sheet, 11, 10, "nouveau");
        });
    }

    @Test
    void a_column_or_a_sheet_that_one_side_added_is_kept_whoever_merges() {
        byte[] ours = rewritten(withColumn(bareme()), w -> put(w.createSheet("Brouillon"), 0, 0, "x"));
        byte[] theirs = row(with(bareme(), "Table", "F12", "0.8000"), 13, "PRIM-SHARE-035", "0.6500");
        for (WorkbookMerge.Merged merged : List.of(merge(bareme(), ours, theirs), merge(bareme(), theirs, ours))) {
            assertEquals(List.of(), lines(merged));
            assertEquals(
                    List.of("nouveau", "0.8000", "PRIM-SHARE-035", "x"),
                    List.of(
                            cell(merged.content(), "Table", "K12"),
                            cell(merged.content(), "Table", "F12"),
                            cell(merged.content(), "Table", "A13"),
                            cell(merged.content(), "Brouillon", "A1")));
        }
    }

    @Test
    void two_sides_that_change_the_columns_differently_are_a_conflict_and_ours_stays_as_it_is() {
        byte[] ours = withColumn(bareme());
        byte[] theirs = rewritten(bareme(), w -> put(w.createSheet("Brouillon"), 0, 0, "x"));
        WorkbookMerge.Merged merged = merge(bareme(), ours, theirs);
        assertEquals(
                List.of(
                        "f.xlsx: conflict, both sides changed sheets, columns or the order of rows: ours + column Remarque, theirs + sheet Brouillon."),
                lines(merged));
        assertArrayEquals(ours, merged.content());
    }

    @Test
    void a_workbook_that_is_none_of_the_rulebook_merges_by_address() {
        byte[] base = rewritten(bareme(), w -> {
            w.removeSheetAt(0);
            Sheet sheet = w.createSheet("Budget");
            for (int r = 0; r < 6; r++) {
                put(sheet, r, 0, "poste " + r);
                sheet.getRow(r).createCell(1).setCellValue(10.5 * r);
                sheet.getRow(r).createCell(2).setCellFormula("B" + (r + 1) + "*2");
            }
        });
        byte[] ours =
                rewritten(base, w -> w.getSheet("Budget").getRow(2).getCell(1).setCellValue(99));
        byte[] theirs = rewritten(base, w -> {
            w.getSheet("Budget").getRow(4).getCell(1).setCellValue(77.25);
            w.getSheet("Budget").getRow(2).createCell(3).setCellValue(true);
        });
        WorkbookMerge.Merged merged = merge(base, ours, theirs);
        assertEquals(List.of(), lines(merged));
        assertEquals(
                List.of("99", "77.25", "true"),
                List.of(
                        cell(merged.content(), "Budget", "B3"),
                        cell(merged.content(), "Budget", "B5"),
                        cell(merged.content(), "Budget", "D3")));
        WorkbookMerge.Merged conflict = merge(base, ours, with(base, "Budget", "B3", "neuf"));
        assertEquals(
                List.of("f.xlsx!Budget!B3 B: conflict, both sides changed this cell: base 21, ours 99, theirs neuf."),
                lines(conflict));
    }

    @Test
    void remarks_merge_by_line_with_a_line_added_above_them() {
        byte[] ours = rewritten(bareme(), w -> {
            Sheet notes = w.getSheet("Notes");
            notes.shiftRows(5, notes.getLastRowNum(), 1);
            put(notes, 5, 0, "Ajout");
            put(notes, 5, 1, "une ligne de plus");
        });
        byte[] theirs = with(bareme(), "Notes", "B9", "Autre consigne.");
        WorkbookMerge.Merged merged = merge(bareme(), ours, theirs);
        assertEquals(List.of(), lines(merged));
        assertEquals("Ajout", cell(merged.content(), "Notes", "A6"));
        assertEquals("Autre consigne.", cell(merged.content(), "Notes", "B10"));
        assertEquals(
                RandomEdits.content(merged.content()),
                RandomEdits.content(merge(bareme(), theirs, ours).content()));
    }

    @Test
    void what_is_no_workbook_is_refused_rather_than_merged() {
        WorkbookRefused refused = assertThrows(
                WorkbookRefused.class,
                () -> WorkbookMerge.of(bareme(), with(bareme(), "Table", "F12", "0.8"), new byte[] {1, 2, 3}));
        assertEquals("NOT_A_WORKBOOK", refused.code());
    }

    @Test
    void one_side_alone_is_taken_as_it_is() {
        byte[] theirs = with(bareme(), "Table", "F12", "0.8000");
        assertArrayEquals(theirs, merge(bareme(), bareme(), theirs).content());
        assertArrayEquals(theirs, merge(bareme(), theirs, bareme()).content());
    }

    @Test
    void disjoint_random_edits_are_all_applied_whoever_merges() throws IOException {
        int edited = 0;
        for (Path path : RandomEdits.workbooks()) {
            byte[] base = Files.readAllBytes(path);
            RandomEdits edits = new RandomEdits(path.toString().hashCode());
            RandomEdits.Edited ours = edits.edit(base, 3, "A");
            RandomEdits.Edited theirs = edits.edit(base, 3, "B");
            WorkbookMerge.Merged merged = merge(base, ours.file(), theirs.file());
            assertEquals(List.of(), lines(merged), path.toString());
            Set<String> both = new TreeSet<>(ours.said());
            both.addAll(theirs.said());
            assertEquals(both, RandomEdits.said(base, merged.content()), path.toString());
            WorkbookMerge.Merged other = merge(base, theirs.file(), ours.file());
            assertEquals(RandomEdits.content(merged.content()), RandomEdits.content(other.content()), path.toString());
            edited += both.size();
        }
        assertTrue(edited > 8, String.valueOf(edited));
    }

    private static Map<String, Map<String, String>> rows(byte[] file) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        Grid grid = GridReader.read(RandomEdits.read(file).get(0));
        for (Grid.Row row : grid.rows(Grid.Part.DATA)) {
            Map<String, String> cells = new TreeMap<>();
            row.cells().forEach((key, value) -> cells.put(key, value.kind() + value.shown()));
            rows.put(row.id(), cells);
        }
        return rows;
    }

    /** What ought to come out, by a few lines of maps: rows by id, cells by column; ours where both can't be had. */
    private static Set<String> expected(
            Map<String, Map<String, String>> base,
            Map<String, Map<String, String>> ours,
            Map<String, Map<String, String>> theirs,
            Map<String, Map<String, String>> merged) {
        Set<String> conflicts = new TreeSet<>();
        Set<String> ids = new TreeSet<>(ours.keySet());
        ids.addAll(theirs.keySet());
        for (String id : ids) {
            Map<String, String> old = base.get(id);
            Map<String, String> one = ours.get(id);
            Map<String, String> other = theirs.get(id);
            if (old != null && (one == null || other == null)) {
                Map<String, String> left = one == null ? other : one;
                if (!left.equals(old)) {
                    conflicts.add(id);
                    if (one != null) {
                        merged.put(id, one);
                    }
                }
                continue;
            }
            if (one == null || other == null) {
                merged.put(id, one == null ? other : one);
                continue;
            }
            Map<String, String> row = new TreeMap<>(one);
            Set<String> keys = new TreeSet<>(one.keySet());
            keys.addAll(other.keySet());
            keys.addAll(old == null ? Set.of() : old.keySet());
            for (String key : keys) {
                String was = old == null ? null : old.get(key);
                if (Objects.equals(one.get(key), other.get(key))
                        || Objects.equals(was, other.get(key)) && old != null) {
                    continue;
                }
                if (Objects.equals(was, one.get(key)) && old != null) {
                    row.remove(key);
                    if (other.get(key) != null) {
                        row.put(key, other.get(key));
                    }
                } else {
                    conflicts.add(id + " " + key);
                }
            }
            merged.put(id, row);
        }
        return conflicts;
    }

    @Test
    void edits_that_meet_are_merged_or_named_and_nothing_is_lost() throws IOException {
        int met = 0;
        for (Path path : RandomEdits.workbooks()) {
            for (int seed = 1; seed <= Integer.getInteger("optam.seeds", 1); seed++) {
                byte[] base = Files.readAllBytes(path);
                byte[] ours = new RandomEdits(seed * 31L + path.toString().hashCode())
                        .edit(base, 6, "A")
                        .file();
                byte[] theirs = new RandomEdits(seed * 37L).edit(base, 6, "A").file();
                Map<String, Map<String, String>> wanted = new TreeMap<>();
                Set<String> conflicts = expected(rows(base), rows(ours), rows(theirs), wanted);
                WorkbookMerge.Merged merged = merge(base, ours, theirs);
                String where = path + " " + seed + " " + lines(merged);
                assertEquals(wanted, rows(merged.content()), where);
                assertEquals(conflicts.size(), merged.conflicts().size(), where + conflicts);
                met += conflicts.size();
            }
        }
        assertTrue(met > 3, String.valueOf(met));
    }
}
