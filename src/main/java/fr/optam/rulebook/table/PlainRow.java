package fr.optam.rulebook.table;

import java.util.Map;

/**
 * A row of a list.
 *
 * @param id its id
 * @param table name of the list, {@code reference/options}
 * @param at file, sheet and cell of its id
 * @param row row number in the sheet
 * @param values value by column name; an empty cell has none
 * @param citation what stands behind it
 */
public record PlainRow(
        String id, String table, String at, int row, Map<String, Object> values, Citation citation) {}
