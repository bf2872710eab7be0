package fr.optam.rulebook.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTAutoFilter;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;

/** Inserts and deletes rows together with what POI leaves where it was: merged cells across the row, drop-downs, filters. */
final class Rows {
    private Rows() {}

    static void insert(Sheet given, int at) {
        XSSFSheet sheet = xlsx(given);
        List<CellRangeAddress> merged = moved(sheet.getMergedRegions(), at, 1, false);
        if (at <= sheet.getLastRowNum()) {
            sheet.shiftRows(at, sheet.getLastRowNum(), 1, true, false);
        }
        merge(sheet, merged);
        moveRanges(sheet, at, 1);
        Row like = at == 0 ? null : sheet.getRow(at - 1);
        Row row = sheet.createRow(at);
        if (like != null) {
            row.setHeight(like.getHeight());
            if (like.isFormatted()) {
                row.setRowStyle(like.getRowStyle());
            }
            for (Cell cell : like) {
                row.createCell(cell.getColumnIndex()).setCellStyle(cell.getCellStyle());
            }
        }
    }

    static void delete(Sheet given, int at) {
        XSSFSheet sheet = xlsx(given);
        List<CellRangeAddress> merged = moved(sheet.getMergedRegions(), at, -1, false);
        Row row = sheet.getRow(at);
        if (row != null) {
            for (Cell cell : row) {
                cell.removeCellComment();
                cell.removeHyperlink();
            }
            sheet.removeRow(row);
        }
        if (at < sheet.getLastRowNum()) {
            sheet.shiftRows(at + 1, sheet.getLastRowNum(), -1, true, false);
        }
        merge(sheet, merged);
        moveRanges(sheet, at, -1);
    }

    private static XSSFSheet xlsx(Sheet sheet) {
        if (sheet instanceof XSSFSheet xlsx) {
            return xlsx;
        }
        throw new IllegalArgumentException("rows of xls files stay");
    }

    private static void merge(XSSFSheet sheet, List<CellRangeAddress> merged) {
        while (sheet.getNumMergedRegions() > 0) {
            sheet.removeMergedRegion(sheet.getNumMergedRegions() - 1);
        }
        merged.stream().filter(r -> r.getNumberOfCells() > 1).forEach(sheet::addMergedRegionUnsafe);
    }

    private static void moveRanges(XSSFSheet sheet, int at, int by) {
        CTDataValidations all = sheet.getCTWorksheet().getDataValidations();
        if (all != null) {
            for (int i = all.sizeOfDataValidationArray() - 1; i >= 0; i--) {
                CTDataValidation each = all.getDataValidationArray(i);
                List<String> ranges = new ArrayList<>();
                for (Object range : each.getSqref()) {
                    moved(List.of(CellRangeAddress.valueOf(String.valueOf(range))), at, by, true)
                            .forEach(r -> ranges.add(r.formatAsString()));
                }
                if (ranges.isEmpty()) {
                    all.removeDataValidation(i);
                } else {
                    each.setSqref(ranges);
                }
            }
            if (all.sizeOfDataValidationArray() == 0) {
                sheet.getCTWorksheet().unsetDataValidations();
            } else {
                all.setCount(all.sizeOfDataValidationArray());
            }
        }
        CTAutoFilter filter = sheet.getCTWorksheet().getAutoFilter();
        if (filter != null) {
            move(CellRangeAddress.valueOf(filter.getRef()), at, by, true)
                    .ifPresent(range -> filter.setRef(range.formatAsString()));
        }
    }

    private static List<CellRangeAddress> moved(List<CellRangeAddress> ranges, int at, int by, boolean reachDown) {
        return ranges.stream()
                .flatMap(range -> move(range, at, by, reachDown).stream())
                .toList();
    }

    /** Where a range lies afterwards; nothing if it was the deleted row. With {@code reachDown} a row inserted below its end is in it. */
    private static Optional<CellRangeAddress> move(CellRangeAddress range, int at, int by, boolean reachDown) {
        int first = range.getFirstRow();
        int last = range.getLastRow();
        if (by > 0) {
            boolean next = reachDown && last > first && last == at - 1;
            last += last >= at || next ? 1 : 0;
            first += first >= at ? 1 : 0;
        } else {
            last -= last >= at ? 1 : 0;
            first -= first > at ? 1 : 0;
        }
        return last < first
                ? Optional.empty()
                : Optional.of(new CellRangeAddress(first, last, range.getFirstColumn(), range.getLastColumn()));
    }
}
