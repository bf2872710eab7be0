package fr.optam.rulebook.xlsx;

/**
 * One cell that holds something.
 *
 * @param row row number, first is 1
 * @param column column number, first is 1
 * @param kind what the file says it holds
 * @param text empty only for a formula without a value; text; ISO date or {@code HH:MM} time for a date cell; plain decimal for a number; {@code true} or
 *     {@code false} for a boolean
 * @param formula whether a formula computed it
 */
public record Cell(int row, int column, Kind kind, String text, boolean formula) {

    /** What a cell holds. */
    public enum Kind {
        /** Text. */
        TEXT,
        /** Number without date format. */
        NUMBER,
        /** Number shown as a percentage; 70 % is 0.7. */
        PERCENT,
        /** Number shown as a date. */
        DATE,
        /** True or false. */
        BOOLEAN,
        /** Error value such as {@code #N/A}. */
        ERROR
    }

    /** Address such as {@code C7}. */
    public String address() {
        return address(row, column);
    }

    /** Address of a place such as {@code C7}. */
    public static String address(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c > 0; c = (c - 1) / 26) {
            letters.insert(0, (char) ('A' + (c - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
