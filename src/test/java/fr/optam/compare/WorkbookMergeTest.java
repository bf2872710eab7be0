package fr.optam.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        return Edits.read(file).stream()
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
        assertEquals(Edits.content(merged.content()), Edits.content(other.content()));
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

    @Test
    void disjoint_random_edits_are_all_applied_whoever_merges() throws IOException {
        int edited = 0;
        for (Path path : Edits.workbooks()) {
            byte[] base = Files.readAllBytes(path);
            Edits edits = new Edits(path.toString().hashCode());
            Edits.Edited ours = edits.edit(base, 3, "A");
            Edits.Edited theirs = edits.edit(base, 3, "B");
            WorkbookMerge.Merged merged = merge(base, ours.file(), theirs.file());
            assertEquals(List.of(), lines(merged), path.toString());
            Set<String> both = new TreeSet<>(ours.said());
            both.addAll(theirs.said());
            assertEquals(both, Edits.said(base, merged.content()), path.toString());
            WorkbookMerge.Merged other = merge(base, theirs.file(), ours.file());
            assertEquals(Edits.content(merged.content()), Edits.content(other.content()), path.toString());
            edited += both.size();
        }
        assertTrue(edited > 20, String.valueOf(edited));
    }
}
