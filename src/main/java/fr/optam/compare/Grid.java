package fr.optam.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sheet as it is compared: rows that may have an id, columns that may have a name.
 *
 * @param sheet name on the tab
 * @param shape what kind of sheet it is
 * @param columns columns that hold something, in their order
 * @param rows rows that hold something, in their order
 */
record Grid(String sheet, Shape shape, List<Column> columns, List<Row> rows) {

    /** Kinds of sheets. */
    enum Shape {
        /** Rule table. */
        RULES,
        /** Dated list. */
        LIST,
        /** Rows with an id below one row of headers. */
        NAMED,
        /** Any other sheet: cells by row and letter. */
        PLAIN
    }

    /** Parts of a sheet. */
    enum Part {
        /** Properties above a table; their cells belong to no column. */
        PROPERTY,
        /** What is said of each column. */
        HEAD,
        /** Rows of the table. */
        DATA
    }

    /**
     * @param number column number, first is 1
     * @param key technical name that stays when the column moves
     * @param name short technical name
     * @param header header for people
     */
    record Column(int number, String key, String name, String header) {
        /** What a line of text calls it. */
        String shown() {
            return header.isEmpty() ? name : header;
        }
    }

    /**
     * @param number row number, first is 1
     * @param part part of the sheet
     * @param id id as the sheet shows it, empty if it has none
     * @param key id that no other row of the sheet has, empty if the row has none
     * @param cells values that are not empty, by column key
     * @param places column number of each
     */
    record Row(
            int number, Part part, String id, String key, Map<String, CellValue> cells, Map<String, Integer> places) {
        CellValue cell(String column) {
            return cells.getOrDefault(column, CellValue.NONE);
        }
    }

    /** The column of a key. */
    Optional<Column> column(String key) {
        return columns.stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /** Rows of a part. */
    List<Row> rows(Part part) {
        return rows.stream().filter(r -> r.part() == part).toList();
    }

    /** Key of the column that holds the ids, empty if there is none. */
    String idKey() {
        return switch (shape) {
            case RULES -> GridReader.NAME;
            case LIST, NAMED -> GridReader.ID;
            case PLAIN -> "";
        };
    }
}
