package fr.optam.rulebook.book;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Moves texts that stand in their cells to the table of texts: POI would write a new value beside such a text, where nobody sees it. */
final class InlineTexts {
    private InlineTexts() {}

    static Workbook shared(Workbook workbook) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell instanceof XSSFCell xlsx && xlsx.getCTCell().getT() == STCellType.INLINE_STR) {
                        share(xlsx);
                    }
                }
            }
        }
        return workbook;
    }

    private static void share(XSSFCell cell) {
        String text = cell.getStringCellValue();
        CTCell stored = cell.getCTCell();
        if (stored.isSetIs()) {
            stored.unsetIs();
        }
        stored.unsetT();
        cell.setCellValue(text);
    }
}
