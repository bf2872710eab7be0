package fr.optam.rulebook.table;

/**
 * A column of a list.
 *
 * @param number column number in the sheet, first is 1
 * @param name technical name
 * @param type what its cells hold
 * @param header French header
 */
public record Column(int number, String name, ColumnType type, String header) {}
