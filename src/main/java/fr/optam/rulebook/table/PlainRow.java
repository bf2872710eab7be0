package fr.optam.rulebook.table;

import fr.optam.rulebook.xlsx.Cell;
import java.util.Map;

/**
 * A row of a list.
 *
 * @param id its id
 * @param table name of the list, {@code reference/options}
 * @param at file, sheet and cell of its id
 * @param row row number in the sheet
 * @param values value by column name; an empty cell has none
 * @param columns column number by name
 * @param citation what stands behind it
 */
public record PlainRow(
        String id,
        String table,
        String at,
        int row,
        Map<String, Object> values,
        Map<String, Integer> columns,
        Citation citation) {

    /** File, sheet and cell of a column; of the id if there is no such column. */
    public String at(String column) {
        Integer number = columns.get(column);
        return number == null ? at : at.substring(0, at.lastIndexOf('!') + 1) + Cell.address(row, number);
    }
}
