package fr.optam.compare;

import fr.optam.decision.Sentence;

/**
 * A row of a merged sheet.
 *
 * @param base row before both changes, or null if it is new
 * @param kept row of the sheet that is edited, or null if the row comes from the other
 * @param taken row of the other sheet, or null if it has none
 * @param gone conflict over its deletion, or null
 */
record MergeLine(Grid.Row base, Grid.Row kept, Grid.Row taken, Sentence gone) {

    /** Whether neither side had it before. */
    boolean added() {
        return base == null;
    }

    /** What rows that both sides added at one place are ordered by. */
    String rank() {
        Grid.Row row = kept == null ? taken : kept;
        return row.id().isEmpty()
                ? String.join(
                        "\n",
                        row.cells().values().stream().map(CellValue::shown).toList())
                : row.id();
    }

    /** Id for messages. */
    String id() {
        return kept == null ? taken.id() : kept.id();
    }
}
