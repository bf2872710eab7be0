package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest is taken over what a rulebook says, not over how its workbooks are stored. */
class RoundTripTest {
    private static final long SEED = 42;

    @TempDir
    private Path folder;

    private RulebookCopy copy;

    @BeforeEach
    void copy() {
        copy = new RulebookCopy(folder);
    }

    @Test
    void workbooks_saved_anew_are_the_same_rulebook() throws Exception {
        String before = copy.load().id().digest();
        for (String workbook : workbooks()) {
            byte[] old = copy.read(workbook);
            copy.rewrite(workbook, w -> {});
            assertTrue(!Arrays.equals(old, copy.read(workbook)), "POI wrote other bytes");
        }
        assertEquals(before, copy.load().id().digest());
    }

    @Test
    void other_colours_fonts_widths_and_row_heights_are_the_same_rulebook() throws Exception {
        String before = copy.load().id().digest();
        for (String workbook : workbooks()) {
            copy.rewrite(workbook, RoundTripTest::restyle);
        }
        assertEquals(before, copy.load().id().digest());
    }

    private static void restyle(Workbook workbook) {
        for (Sheet sheet : workbook) {
            sheet.setColumnWidth(0, 9000);
            sheet.createFreezePane(3, 12);
            for (Row row : sheet) {
                row.setHeightInPoints(31);
                for (org.apache.poi.ss.usermodel.Cell cell : row) {
                    CellStyle style = workbook.getNumCellStyles() > 200
                            ? cell.getCellStyle()
                            : changed(workbook, cell.getCellStyle());
                    cell.setCellStyle(style);
                }
            }
            sheet.createRow(sheet.getLastRowNum() + 3).createCell(1).setCellStyle(workbook.createCellStyle());
        }
    }

    private static CellStyle changed(Workbook workbook, CellStyle old) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(old);
        style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Font font = workbook.createFont();
        font.setItalic(true);
        style.setFont(font);
        return style;
    }

    @Test
    void any_one_cell_changed_is_another_rulebook() throws Exception {
        Random random = new Random(SEED);
        for (String workbook : workbooks()) {
            byte[] old = copy.read(workbook);
            List<Cell> cells = cells(old);
            Set<String> digests = new HashSet<>(Set.of(digest(workbook)));
            for (int i = 0; i < (workbook.endsWith(".drl.xlsx") ? 3 : 1); i++) {
                Cell cell = cells.get(random.nextInt(cells.size()));
                String text = cell.text() + "x" + i;
                copy.edit(
                        workbook,
                        s -> s.getRow(cell.row() - 1).getCell(cell.column() - 1).setCellValue(text));
                assertTrue(digests.add(digest(workbook)), workbook + " " + cell + " seed " + SEED);
                copy.write(workbook, old);
            }
        }
    }

    private String digest(String workbook) throws Exception {
        RulebookDigest digest = new RulebookDigest();
        digest.sheets(workbook, XlsxReader.read(copy.read(workbook)));
        return digest.value();
    }

    private static List<Cell> cells(byte[] workbook) throws Exception {
        List<Cell> cells = new ArrayList<>();
        XlsxReader.read(workbook).get(0).rows().values().forEach(row -> cells.addAll(row.values()));
        return cells;
    }

    @Test
    void a_changed_note_a_moved_cell_and_a_renamed_file_are_other_rulebooks() throws Exception {
        String note = "decision-tables/consequence/prime-options.drl.xlsx";
        String before = copy.load().id().digest();
        copy.edit(note, s -> s.getRow(9).createCell(8).setCellValue("Une remarque."));
        String noted = copy.load().id().digest();
        copy.edit(note, s -> {
            s.getRow(9).getCell(8).setBlank();
            s.getRow(10).createCell(8).setCellValue("Une remarque.");
        });
        String moved = copy.load().id().digest();
        copy.rename(note, "decision-tables/consequence/prime-des-options.drl.xlsx");
        assertEquals(4, Set.of(before, noted, moved, copy.load().id().digest()).size());
    }

    @Test
    void a_changed_line_of_drl_is_another_rulebook_and_other_line_ends_are_the_same() throws Exception {
        String file = "rules-drl/decide/issue.drl";
        String text = Files.readString(copy.file(file));
        String before = copy.load().id().digest();
        copy.write(file, text.replace("\n", "\r\n"));
        assertEquals(before, copy.load().id().digest());
        copy.write(file, "\uFEFF" + text);
        assertEquals(before, copy.load().id().digest());
        copy.write(file, text + "\n// a remark\n");
        assertNotEquals(before, copy.load().id().digest());
    }

    private static List<String> workbooks() {
        return Shipped.workbooks().stream()
                .filter(p -> !p.startsWith(Shipped.GUIDE))
                .map(Path::toString)
                .toList();
    }
}
