package fr.optam.rulebook.book;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/** A sheet with a line of words beside each colour, and beside each place that a click leads to. */
final class Legend {
    private static final int COLOUR_WIDTH = 18 * 256;
    private static final int TEXT_WIDTH = 110 * 256;
    private static final int LINE_LENGTH = 95;
    private static final int LINE_HEIGHT = 16;
    private static final int MAX_TEXT = 32_000;

    private Legend() {}

    static void write(Sheet sheet, List<LegendLine> lines, Paint paint) {
        sheet.setColumnWidth(0, COLOUR_WIDTH);
        sheet.setColumnWidth(1, TEXT_WIDTH);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setLandscape(true);
        CellStyle wrapped = sheet.getWorkbook().createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        CellStyle linked = sheet.getWorkbook().createCellStyle();
        linked.setVerticalAlignment(VerticalAlignment.TOP);
        Font underlined = sheet.getWorkbook().createFont();
        Font usual = sheet.getWorkbook().getFontAt(0);
        underlined.setFontName(usual.getFontName());
        underlined.setFontHeight(usual.getFontHeight());
        underlined.setUnderline(Font.U_SINGLE);
        linked.setFont(underlined);
        for (LegendLine line : lines) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            Cell place = row.createCell(0);
            if (!line.target().isEmpty()) {
                place.setCellValue(line.target());
                place.setHyperlink(link(sheet, line.target()));
                place.setCellStyle(linked);
            }
            if (line.colour() != Colour.NONE) {
                paint.fill(place, line.colour());
            }
            Cell text = row.createCell(1);
            text.setCellValue(line.text().length() > MAX_TEXT ? line.text().substring(0, MAX_TEXT) : line.text());
            text.setCellStyle(wrapped);
            row.setHeightInPoints(LINE_HEIGHT * (1 + line.text().length() / LINE_LENGTH));
        }
    }

    private static Hyperlink link(Sheet sheet, String target) {
        int cut = target.lastIndexOf('!');
        String name = target.substring(0, cut).replace("'", "''");
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + name + "'" + target.substring(cut));
        return link;
    }
}
