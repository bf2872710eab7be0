package fr.optam.rulebook.book;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;

/** Carries the value of a cell into a cell of another workbook. */
final class CellTaken {
    private CellTaken() {}

    static void put(Cell from, Cell to, Paint paint) {
        boolean formula = from.getCellType() == CellType.FORMULA;
        CellType type = formula ? from.getCachedFormulaResultType() : from.getCellType();
        if (type == CellType.NUMERIC) {
            boolean day = DateUtil.isCellDateFormatted(from);
            if (day != DateUtil.isCellDateFormatted(to)) {
                paint.showLike(to, from.getCellStyle().getDataFormatString());
            }
        }
        if (from != to) {
            to.setBlank();
        }
        if (formula) {
            to.setCellFormula(from.getCellFormula());
        }
        switch (type) {
            case NUMERIC -> number(from, to);
            case STRING -> to.setCellValue(from.getStringCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            case ERROR -> to.setCellErrorValue(from.getErrorCellValue());
            default -> {
                // nothing to carry
            }
        }
    }

    /** Workbooks count days from different years, so a day is carried as a day. */
    private static void number(Cell from, Cell to) {
        if (DateUtil.isCellDateFormatted(from) && from.getNumericCellValue() >= 1) {
            to.setCellValue(from.getLocalDateTimeCellValue());
        } else {
            to.setCellValue(from.getNumericCellValue());
        }
    }
}
