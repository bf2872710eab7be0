package fr.optam.rulebook.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reader of workbooks, held against POI. */
class SameCellsAsPoiTest {
    @TestFactory
    Stream<DynamicTest> every_shipped_workbook_has_the_same_cells() {
        return Shipped.workbooks().stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> assertSame(Files.readAllBytes(path))));
    }

    @Test
    void texts_with_escapes_runs_and_line_breaks_are_the_same() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Row row = workbook.createSheet("Table").createRow(0);
            List<String> texts = List.of(
                    "plain",
                    " spaces ",
                    "two\nlines",
                    "carriage\rreturn",
                    "_x0041_",
                    "_x004",
                    "_x00zz_",
                    "a_x005F_b",
                    "é€😀",
                    "<&>\"'",
                    "\tno\u00A0break\u202F",
                    "\u0001control",
                    "=1+1",
                    "_");
            for (int i = 0; i < texts.size(); i++) {
                row.createCell(i).setCellValue(texts.get(i));
            }
            XSSFRichTextString runs = new XSSFRichTextString("bold and plain");
            runs.applyFont(0, 4, workbook.createFont());
            row.createCell(texts.size()).setCellValue(runs);
            assertSame(RulebookCopy.bytes(workbook));
        }
    }

    @Test
    void numbers_dates_times_and_percentages_are_the_same_whatever_their_style() throws Exception {
        List<String> formats = List.of(
                "General",
                "0",
                "0.00",
                "#,##0",
                "#,##0.00 €",
                "0%",
                "0.00%",
                "0.00E+00",
                "@",
                "yyyy-mm-dd",
                "dd/mm/yy",
                "hh:mm",
                "[hh]:mm",
                "m/d/yy h:mm",
                "0.00\" days\"",
                "0\\d",
                "[Red]0.00",
                "[$-40C]d mmmm yyyy",
                "_-* #,##0.00\\ _€_-",
                "0_d");
        List<Double> numbers = List.of(
                0.0,
                1.0,
                50.0,
                -3.0,
                0.7,
                0.1 + 0.2,
                19.06,
                45658.0,
                45658.25,
                0.333333333333,
                0.999,
                1e-9,
                123456789012345.0,
                1e20,
                2.0e-5);
        Random random = new Random(7);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            org.apache.poi.ss.usermodel.Sheet sheet = workbook.createSheet("Table");
            for (int r = 0; r < formats.size(); r++) {
                CellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(formats.get(r)));
                Row row = sheet.createRow(r);
                for (int c = 0; c < numbers.size() + 10; c++) {
                    double value = c < numbers.size() ? numbers.get(c) : random.nextInt(60000) / 4.0;
                    row.createCell(c).setCellValue(value);
                    row.getCell(c).setCellStyle(style);
                }
            }
            assertSame(RulebookCopy.bytes(workbook));
        }
    }

    @Test
    void booleans_errors_and_formulas_are_the_same() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Row row = workbook.createSheet("Table").createRow(4);
            row.createCell(0).setCellValue(true);
            row.createCell(1).setCellValue(false);
            row.createCell(2).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
            row.createCell(3).setCellFormula("1+1");
            row.getCell(3).setCellValue(2);
            row.createCell(4).setCellFormula("\"\"");
            row.getCell(4).setCellValue("");
            row.createCell(300 - 60).setCellValue("far");
            assertSame(RulebookCopy.bytes(workbook));
            Sheet sheet = XlsxReader.read(RulebookCopy.bytes(workbook)).get(0);
            assertTrue(sheet.cell(5, 4).orElseThrow().formula());
            assertTrue(sheet.cell(5, 5).orElseThrow().formula(), "a formula without a value is still a formula");
        }
    }

    private static void assertSame(byte[] file) throws IOException, WorkbookRefused {
        List<Sheet> ours = XlsxReader.read(file);
        try (Workbook poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertEquals(poi.getNumberOfSheets(), ours.size());
            for (int i = 0; i < ours.size(); i++) {
                assertEquals(poi.getSheetAt(i).getSheetName(), ours.get(i).name());
                assertEquals(poiCells(poi.getSheetAt(i)), cells(ours.get(i)));
                assertEquals(
                        poi.getSheetAt(i).getMergedRegions().stream()
                                .map(m -> m.formatAsString())
                                .toList(),
                        ours.get(i).merged());
            }
        }
    }

    private static Map<String, String> cells(Sheet sheet) {
        Map<String, String> cells = new TreeMap<>();
        sheet.rows().values().forEach(row -> row.values().forEach(c -> cells.put(c.address(), c.text())));
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    private static Map<String, String> poiCells(org.apache.poi.ss.usermodel.Sheet sheet) {
        Map<String, String> cells = new TreeMap<>();
        for (Row row : sheet) {
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                cells.put(cell.getAddress().formatAsString(), text(cell));
            }
        }
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    private static String text(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case ERROR ->
                org.apache.poi.ss.usermodel.FormulaError.forInt(cell.getErrorCellValue())
                        .getString();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell) && cell.getNumericCellValue() < 3_000_000
                        ? date(cell)
                        : number(cell.getNumericCellValue());
            default -> "";
        };
    }

    private static String number(double value) {
        BigDecimal n = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
        return n.signum() == 0 ? "0" : n.toPlainString();
    }

    private static String date(org.apache.poi.ss.usermodel.Cell cell) {
        double serial = cell.getNumericCellValue();
        LocalDateTime time = DateUtil.getLocalDateTime(Math.max(serial, 0))
                .plusSeconds(30)
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        if (serial < 61) {
            return serial < 1 ? timeOnly(serial, time) : XlsxDays.early(serial);
        }
        return time.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    private static String timeOnly(double serial, LocalDateTime time) {
        return serial > 0.99965 ? "24:00" : time.toLocalTime().toString();
    }

    /** POI starts a day later than spreadsheets do before March 1900, which no rulebook mentions. */
    private static final class XlsxDays {
        private XlsxDays() {}

        static String early(double serial) {
            LocalDateTime time = LocalDateTime.of(1899, 12, 30, 0, 0).plusMinutes(Math.round(serial * 1440));
            return time.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        }
    }
}
