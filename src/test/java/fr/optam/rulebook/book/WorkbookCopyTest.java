package fr.optam.rulebook.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A copy of a workbook keeps everything but what was changed in it. */
class WorkbookCopyTest {
    private static final Path RIGHTS = Path.of("decision-tables/modifiers/droits.drl.xlsx");

    private static byte[] rights() throws Exception {
        return Files.readAllBytes(RIGHTS);
    }

    private interface Change {
        void apply(WorkbookCopy copy) throws Exception;
    }

    private static byte[] changed(byte[] file, Change change) throws Exception {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            change.apply(copy);
            return copy.bytes();
        }
    }

    private static XSSFWorkbook poi(byte[] file) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    /** What a person sees of a sheet beside its cells. */
    private static Map<String, Object> layout(XSSFSheet sheet) {
        Map<String, Object> seen = new TreeMap<>();
        seen.put(
                "pane",
                sheet.getPaneInformation() == null
                        ? ""
                        : sheet.getPaneInformation().getVerticalSplitLeftColumn() + "/"
                                + sheet.getPaneInformation().getHorizontalSplitTopRow());
        seen.put("merged", sheet.getMergedRegions().toString());
        List<String> lists = new ArrayList<>();
        for (DataValidation each : sheet.getDataValidations()) {
            lists.add(each.getRegions().getCellRangeAddresses()[0].formatAsString()
                    + each.getValidationConstraint().getFormula1());
        }
        seen.put("lists", lists);
        seen.put(
                "filter",
                sheet.getCTWorksheet().getAutoFilter() == null
                        ? ""
                        : sheet.getCTWorksheet().getAutoFilter().getRef());
        for (int c = 0; c < 20; c++) {
            seen.put(
                    "column " + c,
                    sheet.getColumnWidth(c) + " " + sheet.isColumnHidden(c) + " " + sheet.getColumnOutlineLevel(c));
        }
        for (Row row : sheet) {
            seen.put(
                    "row " + row.getRowNum(),
                    row.getHeight() + " " + row.getZeroHeight() + " " + row.getOutlineLevel());
        }
        return seen;
    }

    private static Map<String, String> cells(Sheet sheet) {
        Map<String, String> cells = new TreeMap<>();
        sheet.rows().values().forEach(r -> r.values().forEach(c -> cells.put(c.address(), c.kind() + " " + c.text())));
        return cells;
    }

    @Test
    void a_painted_and_commented_copy_of_every_workbook_says_and_shows_what_it_did() throws Exception {
        for (Path path : Shipped.workbooks()) {
            byte[] before = Files.readAllBytes(path);
            byte[] after = changed(before, copy -> copy.paint("Table", "C4", Colour.ERROR)
                    .comment("Table", "C4", "a remark")
                    .comment("Notes", "A1", "another"));
            List<Sheet> old = XlsxReader.read(before);
            List<Sheet> now = XlsxReader.read(after);
            assertEquals(old.size(), now.size());
            for (int i = 0; i < old.size(); i++) {
                assertEquals(cells(old.get(i)), cells(now.get(i)), path.toString());
            }
            try (XSSFWorkbook was = poi(before);
                    XSSFWorkbook is = poi(after)) {
                for (int i = 0; i < was.getNumberOfSheets(); i++) {
                    assertEquals(layout(was.getSheetAt(i)), layout(is.getSheetAt(i)), path.toString());
                }
            }
        }
    }

    @Test
    void a_painted_cell_keeps_font_border_and_number_format() throws Exception {
        byte[] after = changed(
                rights(), copy -> copy.paint("Table", "B10", Colour.WARNING).paint("Table", "B11", Colour.WARNING));
        try (XSSFWorkbook was = poi(rights());
                XSSFWorkbook is = poi(after)) {
            Cell old = was.getSheet("Table").getRow(9).getCell(1);
            Cell now = is.getSheet("Table").getRow(9).getCell(1);
            assertEquals(
                    old.getCellStyle().getDataFormatString(), now.getCellStyle().getDataFormatString());
            assertEquals(
                    old.getCellStyle().getBorderBottom(), now.getCellStyle().getBorderBottom());
            assertEquals(
                    was.getFontAt(old.getCellStyle().getFontIndex()).getFontHeight(),
                    is.getFontAt(now.getCellStyle().getFontIndex()).getFontHeight());
            assertEquals(
                    "FFFFD24D",
                    is.getSheet("Table")
                            .getRow(9)
                            .getCell(1)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex());
            assertEquals(was.getNumCellStyles() + 1, is.getNumCellStyles());
        }
    }

    @Test
    void cells_side_by_side_take_a_comment_each_whichever_comes_first() throws Exception {
        byte[] after = changed(rights(), copy -> copy.comment("Table", "E12", "the right one")
                .comment("Table", "D12", "the left one"));
        try (XSSFWorkbook is = new XSSFWorkbook(new ByteArrayInputStream(after))) {
            Map<String, String> said = new TreeMap<>();
            is.getSheet("Table")
                    .getCellComments()
                    .forEach((at, comment) ->
                            said.put(at.formatAsString(), comment.getString().getString()));
            assertEquals(Map.of("D12", "the left one", "E12", "the right one"), said);
        }
    }

    @Test
    void a_comment_has_the_program_as_author_and_room_for_its_text() throws Exception {
        String text = "row MODI-K-010: ".repeat(30);
        byte[] after = changed(rights(), copy -> copy.comment("Table", "D12", text));
        try (XSSFWorkbook is = poi(after)) {
            Comment comment = is.getSheet("Table").getCellComment(new CellAddress("D12"));
            assertEquals(text, comment.getString().getString());
            assertEquals("optam", comment.getAuthor());
            assertFalse(comment.isVisible());
            assertTrue(comment.getClientAnchor().getRow2()
                            - comment.getClientAnchor().getRow1()
                    >= 5);
        }
    }

    @Test
    void a_second_comment_is_added_to_the_first() throws Exception {
        byte[] once = changed(rights(), copy -> copy.comment("Table", "D12", "first"));
        byte[] twice = changed(once, copy -> copy.comment("Table", "D12", "second"));
        try (XSSFWorkbook is = poi(twice)) {
            assertEquals(
                    "first\n\nsecond",
                    is.getSheet("Table")
                            .getCellComment(new CellAddress("D12"))
                            .getString()
                            .getString());
        }
    }

    @Test
    void a_folded_cell_is_shown() throws Exception {
        byte[] after = changed(rights(), copy -> copy.reveal("Table", "D8"));
        try (XSSFWorkbook is = poi(after)) {
            assertFalse(is.getSheet("Table").getRow(7).getZeroHeight());
            assertTrue(is.getSheet("Table").getRow(5).getZeroHeight());
        }
    }

    @Test
    void texts_numbers_and_days_are_written_and_read_back() throws Exception {
        Sheet sheet = XlsxReader.read(changed(rights(), copy -> copy.setCell("Table", "D10", "T")
                        .setCell("Table", "E10", new BigDecimal("0.35"))
                        .setCell("Table", "B10", LocalDate.of(2031, 2, 28))
                        .setCell("Table", "E11", LocalDate.of(2031, 3, 1))
                        .setCell("Table", "G10", "")))
                .get(0);
        assertEquals("T", sheet.text(10, 4));
        assertEquals("0.35", sheet.text(10, 5));
        assertEquals("2031-02-28", sheet.text(10, 2));
        assertEquals("2031-03-01", sheet.text(11, 5));
        assertTrue(sheet.cell(10, 7).isEmpty());
    }

    @Test
    void an_inserted_row_looks_like_the_row_above_and_drop_downs_reach_it() throws Exception {
        byte[] after = changed(rights(), copy -> copy.insertRow("Table", 12).setCell("Table", "D12", "K"));
        Sheet was = XlsxReader.read(rights()).get(0);
        Sheet is = XlsxReader.read(after).get(0);
        assertEquals(was.lastRow() + 1, is.lastRow());
        assertEquals(was.text(12, 1), is.text(13, 1));
        assertEquals(1, is.rows().get(12).size());
        try (XSSFWorkbook poi = poi(after)) {
            XSSFSheet sheet = poi.getSheet("Table");
            assertEquals(
                    sheet.getRow(10).getCell(3).getCellStyle(),
                    sheet.getRow(11).getCell(3).getCellStyle());
            assertEquals("A9:Q21", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertEquals("D10:D221", list(sheet, 3));
            assertEquals(List.of("B7:J7"), is.merged());
        }
    }

    @Test
    void a_row_inserted_below_the_last_one_is_reached_by_the_filter() throws Exception {
        byte[] after = changed(rights(), copy -> copy.insertRow("Table", 21).setCell("Table", "A21", "X"));
        try (XSSFWorkbook poi = poi(after)) {
            assertEquals(
                    "A9:Q21",
                    poi.getSheet("Table").getCTWorksheet().getAutoFilter().getRef());
        }
        assertEquals("X", XlsxReader.read(after).get(0).text(21, 1));
    }

    @Test
    void a_deleted_row_takes_its_comment_along_and_leaves_the_others_in_place() throws Exception {
        byte[] noted =
                changed(rights(), copy -> copy.comment("Table", "D12", "goes").comment("Table", "D14", "stays"));
        byte[] after = changed(noted, copy -> copy.deleteRow("Table", 12));
        try (XSSFWorkbook poi = poi(after)) {
            XSSFSheet sheet = poi.getSheet("Table");
            assertEquals(1, sheet.getCellComments().size());
            assertEquals(
                    "stays",
                    sheet.getCellComment(new CellAddress("D13")).getString().getString());
            assertEquals("D10:D219", list(sheet, 3));
            assertEquals("A9:Q19", sheet.getCTWorksheet().getAutoFilter().getRef());
        }
        Sheet was = XlsxReader.read(rights()).get(0);
        Sheet is = XlsxReader.read(after).get(0);
        assertEquals(was.text(13, 1), is.text(12, 1));
        assertEquals(was.lastRow() - 1, is.lastRow());
    }

    @Test
    void the_last_row_can_be_deleted() throws Exception {
        Sheet is = XlsxReader.read(changed(rights(), copy -> copy.deleteRow("Table", 20)))
                .get(0);
        assertEquals(19, is.lastRow());
    }

    @Test
    void a_row_inserted_and_deleted_again_leaves_the_sheet_as_it_was() throws Exception {
        byte[] after = changed(rights(), copy -> copy.insertRow("Table", 3).deleteRow("Table", 3));
        assertEquals(
                cells(XlsxReader.read(rights()).get(0)),
                cells(XlsxReader.read(after).get(0)));
        try (XSSFWorkbook was = poi(rights());
                XSSFWorkbook is = poi(after)) {
            assertEquals(layout(was.getSheet("Table")), layout(is.getSheet("Table")));
        }
    }

    @Test
    void merged_cells_across_an_inserted_or_deleted_row_grow_and_shrink() throws Exception {
        byte[] file;
        try (XSSFWorkbook poi = poi(rights())) {
            poi.getSheet("Table").addMergedRegion(CellRangeAddress.valueOf("D12:D14"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            poi.write(out);
            file = out.toByteArray();
        }
        assertTrue(XlsxReader.read(changed(file, c -> c.insertRow("Table", 13)))
                .get(0)
                .merged()
                .contains("D12:D15"));
        assertTrue(XlsxReader.read(changed(file, c -> c.deleteRow("Table", 13)))
                .get(0)
                .merged()
                .contains("D12:D13"));
        assertTrue(XlsxReader.read(changed(file, c -> c.deleteRow("Table", 11)))
                .get(0)
                .merged()
                .contains("D11:D13"));
    }

    private static String list(XSSFSheet sheet, int column) {
        return sheet.getDataValidations().stream()
                .map(v -> v.getRegions().getCellRangeAddresses()[0])
                .filter(r -> r.getFirstColumn() == column)
                .map(CellRangeAddress::formatAsString)
                .findFirst()
                .orElse("");
    }

    @Test
    void a_legend_says_what_colours_mean_and_leads_to_cells() throws Exception {
        byte[] after = changed(
                rights(),
                copy -> copy.legend(
                        "optam",
                        List.of(LegendLine.of("Two lines"), new LegendLine(Colour.ERROR, "a mistake", "Table!D12"))));
        assertEquals("a mistake", last(after).text(2, 2));
        byte[] again = changed(after, copy -> copy.legend("optam", List.of(LegendLine.of("One line"))));
        assertEquals(XlsxReader.read(after).size(), XlsxReader.read(again).size());
        assertEquals(1, last(again).lastRow());
    }

    private static Sheet last(byte[] file) throws Exception {
        List<Sheet> sheets = XlsxReader.read(file);
        return sheets.get(sheets.size() - 1);
    }

    @Test
    void the_same_changes_give_the_same_bytes() throws Exception {
        Change change = copy -> copy.paint("Table", "D12", Colour.ERROR)
                .comment("Table", "D12", "text")
                .insertRow("Table", 14);
        byte[] once = changed(rights(), change);
        Thread.sleep(2100);
        assertArrayEquals(once, changed(rights(), change));
    }

    @Test
    void what_is_no_workbook_is_refused() {
        for (byte[] bad : List.of(
                new byte[0],
                "PK\3\4 rest".getBytes(StandardCharsets.UTF_8),
                "<html>".getBytes(StandardCharsets.UTF_8))) {
            assertEquals(
                    "NOT_A_WORKBOOK",
                    assertThrows(WorkbookRefused.class, () -> WorkbookCopy.open(bad))
                            .code());
        }
    }

    @Test
    void an_unknown_sheet_or_address_is_named() throws Exception {
        try (WorkbookCopy copy = WorkbookCopy.open(rights())) {
            assertEquals(
                    "no sheet Blatt",
                    assertThrows(IllegalArgumentException.class, () -> copy.paint("Blatt", "A1", Colour.ERROR))
                            .getMessage());
            assertEquals(
                    "no address, 12",
                    assertThrows(IllegalArgumentException.class, () -> copy.paint("Table", "12", Colour.ERROR))
                            .getMessage());
        }
    }
}
