package fr.optam.compare.impact;

import fr.optam.decision.Sentence;

/**
 * An edit as it is told.
 *
 * @param number place among the edits, first is 1; case files and causes name edits by {@code E1}, {@code E2}
 * @param table name of the table or list, {@code consequence/prime-bareme}; path of the file of a DRL rule
 * @param row id of the row or rule; empty if the whole table is meant
 * @param column technical name of the column; empty if the whole row is meant
 * @param place file, sheet and cell on the side where it stands, after if both have it
 * @param old value before; empty if there was none
 * @param now value after; empty if there is none
 * @param title the edit in one line, with its row, its column and both values
 */
public record EditView(
        int number, String table, String row, String column, String place, String old, String now, Sentence title) {
    /** Its short name, {@code E3}. */
    public String name() {
        return "E" + number;
    }
}
