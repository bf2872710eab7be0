package fr.optam.rulebook.book;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.CellStyles;
import fr.optam.rulebook.xlsx.CellValues;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.SheetBuilder;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.NumberToTextConverter;

/** Reads the cells of an xls file (Excel 97 to 2003) into the model that xlsx files are read into. No formula is computed. */
final class XlsReader {
    private static final int MAX_SHEETS = 16;

    private final HSSFWorkbook workbook;
    private final CellValues values;

    private XlsReader(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.values = new CellValues(workbook.getInternalWorkbook().isUsing1904DateWindowing());
    }

    static List<Sheet> read(byte[] file) throws WorkbookRefused {
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            return new XlsReader(workbook).sheets();
        } catch (EncryptedDocumentException e) {
            throw Refusals.password();
        } catch (OldExcelFormatException e) {
            throw Refusals.none(
                    "est un classeur Excel antérieur à 1997, qui n’est pas lu",
                    "is a workbook of an Excel before 1997, which is not read");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Refusals.none(
                    "est endommagé, tronqué ou n’est pas un fichier xls", "is damaged, truncated or no xls file");
        }
    }

    private List<Sheet> sheets() throws WorkbookRefused {
        if (workbook.getNumberOfSheets() > MAX_SHEETS) {
            throw Refusals.of(
                    "SHEET_TOO_LARGE",
                    "contient plus de " + MAX_SHEETS + " feuilles",
                    "holds more than " + MAX_SHEETS + " sheets");
        }
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            sheets.add(sheet(workbook.getSheetAt(i), new SheetBuilder(workbook.getSheetName(i), hidden)));
        }
        return sheets;
    }

    private Sheet sheet(HSSFSheet from, SheetBuilder to) throws WorkbookRefused {
        for (Row row : from) {
            if (row.getZeroHeight() || row.getHeight() == 0) {
                to.hideRow(row.getRowNum() + 1);
            }
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                add((HSSFCell) cell, to);
            }
        }
        for (int c = 0; c < SheetBuilder.MAX_COLUMNS; c++) {
            if (from.isColumnHidden(c) || from.getColumnWidth(c) == 0) {
                to.hideColumn(c + 1);
            }
        }
        for (CellRangeAddress range : from.getMergedRegions()) {
            to.merge(range.formatAsString());
        }
        for (DataValidation each : from.getDataValidations()) {
            String[] offered = each.getValidationConstraint().getExplicitListValues();
            if (offered != null) {
                for (CellRangeAddress range : each.getRegions().getCellRangeAddresses()) {
                    to.offer(range.formatAsString(), "\"" + String.join(",", offered) + "\"");
                }
            }
        }
        return to.build();
    }

    private void add(HSSFCell cell, SheetBuilder to) throws WorkbookRefused {
        int row = cell.getRowIndex() + 1;
        int column = cell.getColumnIndex() + 1;
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        switch (type) {
            case STRING ->
                to.add(new Cell(
                        row,
                        column,
                        Cell.Kind.TEXT,
                        cell.getRichStringCellValue().getString(),
                        formula));
            case BOOLEAN ->
                to.add(new Cell(row, column, Cell.Kind.BOOLEAN, String.valueOf(cell.getBooleanCellValue()), formula));
            case ERROR ->
                to.add(new Cell(
                        row,
                        column,
                        Cell.Kind.ERROR,
                        FormulaError.isValidCode(cell.getErrorCellValue())
                                ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                                : "#?",
                        formula));
            case NUMERIC -> {
                HSSFCellStyle style = cell.getCellStyle();
                String code = String.valueOf(style.getDataFormatString());
                CellStyles.odd(style.getDataFormat(), code).ifPresent(odd -> to.format(row, column, odd));
                String digits = NumberToTextConverter.toText(cell.getNumericCellValue());
                to.add(values.number(row, column, CellStyles.kind(style.getDataFormat(), code), digits, formula));
            }
            default -> {
                if (formula) {
                    to.add(new Cell(row, column, Cell.Kind.TEXT, "", true));
                }
            }
        }
    }
}
