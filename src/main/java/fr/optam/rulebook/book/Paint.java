package fr.optam.rulebook.book;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** Styles that differ from those of the workbook in one thing; each is made once. */
final class Paint {
    private record Made(int style, String what) {}

    private final Workbook workbook;
    private final Map<Made, CellStyle> made = new HashMap<>();

    Paint(Workbook workbook) {
        this.workbook = workbook;
    }

    void fill(Cell cell, Colour colour) {
        cell.setCellStyle(made.computeIfAbsent(
                new Made(cell.getCellStyle().getIndex(), colour.name()), key -> filled(cell.getCellStyle(), colour)));
    }

    private CellStyle filled(CellStyle old, Colour colour) {
        CellStyle style = like(old);
        if (colour == Colour.NONE) {
            style.setFillPattern(FillPatternType.NO_FILL);
        } else {
            style.setFillForegroundColor(colour(colour));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFont(dark(workbook.getFontAt(old.getFontIndex())));
        }
        return style;
    }

    /** The same font in black: what is grey or white by itself can't be read on a fill. */
    private Font dark(Font old) {
        short black = IndexedColors.BLACK.getIndex();
        Font same = workbook.findFont(
                old.getBold(),
                black,
                old.getFontHeight(),
                old.getFontName(),
                old.getItalic(),
                old.getStrikeout(),
                old.getTypeOffset(),
                old.getUnderline());
        if (same != null) {
            return same;
        }
        Font font = workbook.createFont();
        font.setBold(old.getBold());
        font.setColor(black);
        font.setFontHeight(old.getFontHeight());
        font.setFontName(old.getFontName());
        font.setItalic(old.getItalic());
        font.setStrikeout(old.getStrikeout());
        font.setTypeOffset(old.getTypeOffset());
        font.setUnderline(old.getUnderline());
        return font;
    }

    void showDay(Cell cell) {
        if (!DateUtil.isCellDateFormatted(cell)) {
            cell.setCellStyle(made.computeIfAbsent(new Made(cell.getCellStyle().getIndex(), "day"), key -> {
                CellStyle style = like(cell.getCellStyle());
                style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
                return style;
            }));
        }
    }

    /** Shows numbers as another cell does. */
    void showLike(Cell cell, String format) {
        cell.setCellStyle(made.computeIfAbsent(new Made(cell.getCellStyle().getIndex(), "format " + format), key -> {
            CellStyle style = like(cell.getCellStyle());
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        }));
    }

    private CellStyle like(CellStyle old) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(old);
        return style;
    }

    private Color colour(Colour colour) {
        byte[] rgb = colour.rgb();
        return workbook instanceof HSSFWorkbook old
                ? old.getCustomPalette().findSimilarColor(rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF)
                : new XSSFColor(rgb, null);
    }
}
