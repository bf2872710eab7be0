package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;

/**
 * A rulebook that differs from the tested one in one cell or row.
 *
 * @param table name of the table, {@code consequence/prime-bareme}
 * @param sheet name of its sheet
 * @param cell the cell; the id's cell if the whole row is meant
 * @param row id of the row
 * @param header header of the column
 * @param operator what is done
 * @param before what stood there, in words
 * @param after what stands there now, in words
 * @param change how the rulebook changes
 */
public record Mutant(
        String table,
        String sheet,
        String cell,
        String row,
        String header,
        Operator operator,
        Sentence before,
        Sentence after,
        Change change) {

    /** Workbook, sheet and cell. */
    public String at() {
        return change.file() + "!" + sheet + "!" + cell;
    }
}
