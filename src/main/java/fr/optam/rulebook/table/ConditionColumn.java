package fr.optam.rulebook.table;

import fr.optam.fact.flat.Test;

/**
 * A condition column of a rule table.
 *
 * @param number column number, first is 1
 * @param header French header
 * @param field field that it tests
 * @param test the test that its cells make
 */
public record ConditionColumn(int number, String header, String field, Test test) {

    /** Written out: what the compiler would generate is slow to make when the program starts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionColumn column
                && number == column.number
                && header.equals(column.header)
                && field.equals(column.field)
                && test == column.test;
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + number;
    }
}
