package fr.optam.compare;

import java.util.List;

/**
 * One difference between two rulebooks.
 *
 * @param kind what kind of difference
 * @param file path below the rulebook, after if both have it
 * @param table name of the table or list, {@code consequence/prime-bareme}; path of the file if it is neither
 * @param before where it stands before; without a cell or line for a whole sheet, {@link Place#NONE} if it is not there
 * @param after where it stands after, likewise
 * @param row id of the row or rule, empty if it has none
 * @param column technical name of the column, or part of the rule; empty if the whole row or sheet is meant
 * @param header what people call the column
 * @param old value before, empty if there was none
 * @param now value after, empty if there is none
 * @param values cells of a row that came or went, in their order
 * @param how how a row was recognised that has no id or whose id changed; empty if by its id
 */
public record Change(
        Kind kind,
        String file,
        String table,
        Place before,
        Place after,
        String row,
        String column,
        String header,
        String old,
        String now,
        List<Value> values,
        String how) {

    /** Kinds of differences; the names are public. */
    public enum Kind {
        /** A file that only the rulebook after has. */
        FILE_ADDED,
        /** A file that only the rulebook before has. */
        FILE_REMOVED,
        /** A workbook that has another path. */
        FILE_MOVED,
        /** A file whose content can't be compared by cell or rule. */
        FILE_CHANGED,
        /** A sheet that came. */
        SHEET_ADDED,
        /** A sheet that went. */
        SHEET_REMOVED,
        /** A sheet with another name. */
        SHEET_RENAMED,
        /** A sheet that stands elsewhere among the others. */
        SHEET_MOVED,
        /** A column that came. */
        COLUMN_ADDED,
        /** A column that went. */
        COLUMN_REMOVED,
        /** A column with another header or technical text. */
        COLUMN_CHANGED,
        /** A column that stands elsewhere among the others. */
        COLUMN_MOVED,
        /** A property above a table. */
        PROPERTY_CHANGED,
        /** A row that came. */
        ROW_ADDED,
        /** A row that went. */
        ROW_REMOVED,
        /** A row of a list that stands elsewhere among the others. */
        ROW_MOVED,
        /** A row with another id. */
        ROW_RENAMED,
        /** A cell with another value. */
        CELL_CHANGED,
        /** A rule that came. */
        RULE_ADDED,
        /** A rule that went. */
        RULE_REMOVED,
        /** A rule that stands in another file. */
        RULE_MOVED,
        /** A part of a rule. */
        RULE_CHANGED
    }

    /**
     * A place on one side.
     *
     * @param file path as that side shows it
     * @param sheet name on the tab, empty if none
     * @param cell address or line, empty if the whole sheet or file is meant
     */
    public record Place(String file, String sheet, String cell) {
        /** No place. */
        public static final Place NONE = new Place("", "", "");

        /** Whether there is such a place. */
        public boolean there() {
            return !file.isEmpty();
        }

        /** {@code file!sheet!cell}, as far as it is known. */
        public String text() {
            return file + (sheet.isEmpty() ? "" : "!" + sheet) + (cell.isEmpty() ? "" : "!" + cell);
        }
    }

    /**
     * A cell of a row that came or went.
     *
     * @param column technical name of its column
     * @param header what people call it
     * @param value what it says
     */
    public record Value(String column, String header, String value) {}

    /** Copies the values. */
    public Change {
        values = List.copyOf(values);
    }

    /** Where to look first: after, or before for what is gone. */
    public Place place() {
        return after.there() ? after : before;
    }
}
