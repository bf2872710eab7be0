package fr.optam.explain;

import java.util.List;

/**
 * A table and the facts it was asked about that have the same values.
 *
 * @param table name of the table
 * @param kind kind of the facts, {@code Letter}
 * @param facts names of the facts, as {@link NotApplied#facts} names them; empty text is the practitioner-year
 * @param readings the field of every condition column with its value
 * @param applied ids of the rows that applied
 */
public record Asked(String table, String kind, List<String> facts, List<Reading> readings, List<String> applied) {}
