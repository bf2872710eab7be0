package fr.optam.cohort;

import static fr.optam.cohort.RejectReason.VALUE_MISSING;

import java.util.List;

/** The values of one row of a neutral file, read cell by cell in the order of the columns; reused for the next row. */
final class Row {
    private final List<Column> columns;
    private final String[] texts;
    private final long[] numbers;
    private final boolean[] known;
    private final String[] cells;
    private final boolean[] sound;

    Row(List<Column> columns) {
        this.columns = columns;
        this.texts = new String[columns.size()];
        this.numbers = new long[columns.size()];
        this.known = new boolean[columns.size()];
        this.cells = new String[columns.size()];
        this.sound = new boolean[columns.size()];
    }

    /**
     * Reads one cell; one that says the same as in the row before is not checked again.
     *
     * @param index which column
     * @param cell its text; empty text is an empty cell, {@code null} a column that the file does not have
     * @throws Defect if the cell does not hold what the column may hold
     */
    void read(int index, String cell) throws Defect {
        if (cell != null && sound[index] && cell.equals(cells[index])) {
            return;
        }
        Column column = columns.get(index);
        cells[index] = cell == null ? "" : cell;
        known[index] = false;
        sound[index] = false;
        if (cell == null) {
            return;
        }
        String meaning = cell;
        if (cell.isEmpty()) {
            if (column.required()) {
                throw new Defect(VALUE_MISSING);
            }
            if (column.whenEmpty().isEmpty()) {
                sound[index] = true;
                return;
            }
            meaning = column.whenEmpty().get();
        }
        texts[index] = meaning;
        if (column.cell() instanceof Cell.Text text) {
            texts[index] = text.read(meaning);
        } else if (column.cell() instanceof Cell.Number number) {
            numbers[index] = number.read(meaning);
        }
        known[index] = texts[index] != null;
        sound[index] = true;
    }

    /** Whether the cell says something. */
    boolean known(int index) {
        return known[index];
    }

    /** Text of a known cell; that of a number is as it was written. */
    String text(int index) {
        return texts[index];
    }

    /** Number of a known cell: days, minutes, cents, counts. */
    long number(int index) {
        return numbers[index];
    }

    /** The cell as it was written; empty text if the file has no such column. */
    String cell(int index) {
        return cells[index];
    }
}
