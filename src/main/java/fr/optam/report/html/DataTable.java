package fr.optam.report.html;

import java.util.List;

/**
 * A table of a page.
 *
 * @param id its anchor
 * @param caption what it shows, in words
 * @param form {@code wide} scrolls sideways on a small screen and lies across on paper, {@code plain} scrolls,
 *     {@code list} scrolls too and lies in three columns on paper,
 *     {@code stack} puts the cells of a row below each other on a small screen
 * @param groups heads above the heads, with their widths; none if empty
 * @param heads heads of the columns; the first column holds the heads of the rows
 * @param rows rows
 */
public record DataTable(String id, String caption, String form, List<Group> groups, List<Head> heads, List<Row> rows) {
    /** Copies the lists. */
    public DataTable {
        groups = List.copyOf(groups);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** A table without groups. */
    public static DataTable of(String id, String caption, String form, List<Head> heads, List<Row> rows) {
        return new DataTable(id, caption, form, List.of(), heads, rows);
    }

    /** A head over several columns. */
    public record Group(String text, int width) {}

    /**
     * The head of a column.
     *
     * @param text what it says
     * @param below smaller words below it
     * @param tone {@code number} for figures, {@code long} for sentences, {@code mark} for short codes, or empty
     */
    public record Head(String text, List<Span> below, String tone) {
        /** A head of a column of words. */
        public static Head of(String text) {
            return new Head(text, List.of(), "");
        }

        /** A head with the tone of its column. */
        public static Head of(String text, String tone) {
            return new Head(text, List.of(), tone);
        }
    }

    /**
     * A row.
     *
     * @param id its anchor, or empty
     * @param tone {@code good}, {@code bad}, {@code warn}, or empty
     * @param cells one list of pieces a column
     * @param note words below the row over its whole width; none if empty
     */
    public record Row(String id, String tone, List<List<Span>> cells, List<Span> note) {
        /** A row without anchor, tone and note. */
        public static Row of(List<List<Span>> cells) {
            return new Row("", "", cells, List.of());
        }
    }
}
