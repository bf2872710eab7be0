package fr.optam.rulebook.table;

import fr.optam.fact.flat.Fact;

/**
 * A condition of a row. An empty cell, or one that holds {@code ANY}, makes none.
 *
 * @param column its column
 * @param address cell, {@code C12}
 * @param text what the cell shows
 * @param operand what the test compares with
 */
public record ConditionCell(ConditionColumn column, String address, String text, Object operand) {

    /** Whether the condition holds for a fact. */
    public boolean holds(Fact fact) {
        return column.test().holds(fact.value(column.field()), operand);
    }

    /** Whether the condition holds for a value of its field. */
    public boolean holdsFor(Object value) {
        return column.test().holds(value, operand);
    }
}
