package fr.optam.rulebook.table;

/**
 * An outcome column of a rule table.
 *
 * @param number column number, first is 1
 * @param header French header
 * @param field field that its cells give a value
 * @param computed whether the cell is a formula rather than a code
 */
public record ActionColumn(int number, String header, String field, boolean computed) {}
