package fr.optam.rulebook.book;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.Units;

/** Comments that a person can read without pulling at their corners. */
final class Comments {
    private static final String AUTHOR = "optam";
    private static final int MAX_TEXT = 8_000;
    private static final int WIDTH = 360;
    private static final int LINE_LENGTH = 52;
    private static final int LINE_HEIGHT = 17;
    private static final int MARGIN = 12;
    private static final int DEFAULT_ROW = 20;
    private static final int MAX_LINES = 40;

    private Comments() {}

    static void add(Cell cell, String text) {
        Comment old = cell.getCellComment();
        String whole = old == null ? text : old.getString().getString() + "\n\n" + text;
        String author = old == null ? AUTHOR : old.getAuthor();
        if (old != null) {
            cell.removeCellComment();
        }
        String shown = whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT - 1) + "…" : whole;
        Sheet sheet = cell.getSheet();
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = anchor(helper.createClientAnchor(), cell, height(shown));
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(shown));
        comment.setAuthor(author == null || author.isEmpty() ? AUTHOR : author);
        cell.setCellComment(comment);
    }

    /** Lets LibreOffice print the comments on a page of their own. */
    static void print(Sheet sheet) {
        sheet.getPrintSetup().setNotes(true);
    }

    private static int height(String text) {
        int lines =
                text.lines().mapToInt(line -> 1 + line.length() / LINE_LENGTH).sum();
        return MARGIN + LINE_HEIGHT * Math.min(MAX_LINES, Math.max(2, lines));
    }

    /** A box beside the cell, over as many columns and rows as the text needs, whatever their size. */
    private static ClientAnchor anchor(ClientAnchor anchor, Cell cell, int height) {
        Sheet sheet = cell.getSheet();
        int column = cell.getColumnIndex() + 1;
        int last = column;
        for (int width = 0; width < WIDTH && last < column + 40; last++) {
            width += sheet.isColumnHidden(last) ? 0 : Math.round(sheet.getColumnWidthInPixels(last));
        }
        int row = cell.getRowIndex();
        int bottom = row;
        for (int high = 0; high < height && bottom < row + 80; bottom++) {
            high += rowHeight(sheet.getRow(bottom));
        }
        Cell beside = cell.getRow().getCell(column);
        if (beside == null || beside.getCellComment() == null) {
            anchor.setCol1(column);
        } else { // a comment is made in the cell where its box begins, which must have none
            anchor.setCol1(column - 1);
            anchor.setDx1(Math.round(sheet.getColumnWidthInPixels(column - 1)) * Units.EMU_PER_PIXEL);
        }
        anchor.setCol2(last);
        anchor.setRow1(row);
        anchor.setRow2(bottom);
        return anchor;
    }

    private static int rowHeight(Row row) {
        if (row == null) {
            return DEFAULT_ROW;
        }
        return row.getZeroHeight() ? 0 : Math.round(row.getHeightInPoints() * 4 / 3);
    }
}
