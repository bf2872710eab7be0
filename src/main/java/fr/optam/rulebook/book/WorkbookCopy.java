package fr.optam.rulebook.book;

import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A copy of a workbook in memory that can be painted, commented and edited. What is not touched stays as it is: styles,
 * widths, frozen panes, groups, drop-downs, notes. The same changes of the same workbook give the same bytes. It takes
 * xlsx, and xls for which it gives xls back; rows are inserted and deleted in xlsx only.
 *
 * <p>Sheets are named as on their tabs, cells by their address such as {@code C7}, rows by their number, first is 1.
 * Every method throws {@link IllegalArgumentException} if there is no such sheet or address.
 */
public final class WorkbookCopy implements AutoCloseable {
    /** Name of the sheet that the program adds; a rulebook may hold it, and does not read it. */
    public static final String OWN_SHEET = "optam";

    private final Workbook workbook;
    private final Paint paint;

    private WorkbookCopy(Workbook workbook) {
        this.workbook = workbook;
        this.paint = new Paint(workbook);
    }

    /**
     * Opens a copy.
     *
     * @param file bytes of an xlsx or xls file; they are not changed
     * @throws WorkbookRefused if it is no workbook, or not safe to open
     */
    public static WorkbookCopy open(byte[] file) throws WorkbookRefused {
        try {
            if (ZipGuard.isZip(file)) {
                ZipGuard.check(file);
            }
            return new WorkbookCopy(InlineTexts.shared(WorkbookFactory.create(new ByteArrayInputStream(file))));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new WorkbookRefused("NOT_A_WORKBOOK", "can't be opened for a copy (" + e.getMessage() + ")");
        }
    }

    /** A new xlsx workbook without a sheet. */
    public static WorkbookCopy blank() {
        return new WorkbookCopy(new XSSFWorkbook());
    }

    /** Adds an empty sheet. */
    public WorkbookCopy addSheet(String name) {
        workbook.createSheet(name);
        return this;
    }

    /** Names of the sheets, in the order of the tabs. */
    public List<String> sheets() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    /** Fills a cell with a colour, its text in black; font, border and number format stay. */
    public WorkbookCopy paint(String sheet, String address, Colour colour) {
        paint.fill(cell(sheet, address), colour);
        return this;
    }

    /** Adds a comment to a cell; if it has one, the text is added to it. */
    public WorkbookCopy comment(String sheet, String address, String text) {
        Comments.add(cell(sheet, address), text);
        return this;
    }

    /** Shows the row and the column of a cell if they are folded or hidden. */
    public WorkbookCopy reveal(String sheet, String address) {
        Cell cell = cell(sheet, address);
        cell.getRow().setZeroHeight(false);
        cell.getSheet().setColumnHidden(cell.getColumnIndex(), false);
        return this;
    }

    /** Opens at a cell, and prints the comments of its sheet after it. */
    public WorkbookCopy openAt(String sheet, String address) {
        Cell cell = cell(sheet, address);
        workbook.setActiveSheet(workbook.getSheetIndex(sheet));
        workbook.setSelectedTab(workbook.getSheetIndex(sheet));
        cell.getSheet().setActiveCell(cell.getAddress());
        Comments.print(cell.getSheet());
        return this;
    }

    /** Adds a last sheet of the program's own that says what the colours mean; the name of an older one is taken over. */
    public WorkbookCopy legend(String name, List<LegendLine> lines) {
        int old = workbook.getSheetIndex(name);
        if (old >= 0) {
            workbook.removeSheetAt(old);
        }
        Legend.write(workbook.createSheet(name), lines, paint);
        return this;
    }

    /** Writes a text into a cell; empty clears it. Its style stays. */
    public WorkbookCopy setCell(String sheet, String address, String text) {
        Cell cell = blank(sheet, address);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        return this;
    }

    /** Writes a number into a cell, of at most 15 significant digits. Its style stays. */
    public WorkbookCopy setCell(String sheet, String address, BigDecimal number) {
        blank(sheet, address).setCellValue(number.doubleValue());
        return this;
    }

    /** Writes a day into a cell. Its style stays; a number format that shows no day becomes {@code yyyy-mm-dd}. */
    public WorkbookCopy setCell(String sheet, String address, LocalDate day) {
        Cell cell = blank(sheet, address);
        cell.setCellValue(day);
        paint.showDay(cell);
        return this;
    }

    /** Takes the value of a cell of another workbook, formula and all. The style stays, but days stay days. */
    public WorkbookCopy takeCell(
            String sheet, String address, WorkbookCopy from, String fromSheet, String fromAddress) {
        CellTaken.put(from.cell(fromSheet, fromAddress), cell(sheet, address), paint);
        return this;
    }

    /** Inserts a blank row before a row; it looks like the row above, which drop-downs reach too. */
    public WorkbookCopy insertRow(String sheet, int row) {
        Rows.insert(sheet(sheet), row - 1);
        return this;
    }

    /** Deletes a row; what lies below moves up. */
    public WorkbookCopy deleteRow(String sheet, int row) {
        Rows.delete(sheet(sheet), row - 1);
        return this;
    }

    /** The copy as a file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SameBytes.keepDates(workbook);
            workbook.write(out);
            byte[] file = out.toByteArray();
            return ZipGuard.isZip(file) ? SameBytes.repacked(file) : file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Sheet sheet(String name) {
        Sheet sheet = workbook.getSheet(name);
        if (sheet == null) {
            throw new IllegalArgumentException("no sheet " + name);
        }
        return sheet;
    }

    /** POI leaves a text that stands in the cell itself where it is, beside the new value. */
    private Cell blank(String name, String address) {
        Cell cell = cell(name, address);
        cell.setBlank();
        return cell;
    }

    private Cell cell(String name, String address) {
        if (!address.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException("no address, " + address);
        }
        Sheet sheet = sheet(name);
        CellReference place = new CellReference(address);
        Row row = sheet.getRow(place.getRow());
        row = row == null ? sheet.createRow(place.getRow()) : row;
        Cell cell = row.getCell(place.getCol());
        if (cell != null) {
            return cell;
        }
        Cell created = row.createCell(place.getCol());
        created.setCellStyle(row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(place.getCol()));
        return created;
    }
}
