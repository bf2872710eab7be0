package fr.optam.rulebook.table;

/**
 * An outcome of a row.
 *
 * @param column its column
 * @param address cell, {@code F12}
 * @param text what the cell shows
 */
public record ActionCell(ActionColumn column, String address, String text) {}
