package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * What a Parquet file says of itself.
 *
 * @param types SQL types of its columns by name
 * @param groupStarts first rows of its row groups, counted from 0
 * @param size rows
 */
record ParquetSchema(Map<String, String> types, List<Long> groupStarts, long size) {
    /**
     * Reads it.
     *
     * @throws InputUnusable if the file keeps money or a rate as binary floating point
     * @throws SQLException if the file can't be read
     */
    static ParquetSchema read(DuckDBConnection connection, NeutralFile file) throws InputUnusable, SQLException {
        String path = Staging.file(file.path());
        Map<String, String> types = new LinkedHashMap<>();
        List<Long> starts = new ArrayList<>();
        long size = 0;
        try (Statement query = connection.createStatement()) {
            try (ResultSet column =
                    query.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + path + ", binary_as_string=true)")) {
                while (column.next()) {
                    types.put(column.getString(1), column.getString(2));
                }
            }
            try (ResultSet rowGroup =
                    query.executeQuery("SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(" + path
                            + ") ORDER BY 1")) {
                while (rowGroup.next()) {
                    starts.add(size);
                    size += rowGroup.getLong(2);
                }
            }
        }
        for (Column column : file.table().columns()) {
            String type = types.getOrDefault(column.name(), "");
            if (column.exact() && (type.equals("DOUBLE") || type.equals("FLOAT"))) {
                throw new InputUnusable(
                        "FLOATING_POINT_COLUMN",
                        file.path(),
                        new Sentence(
                                "FLOATING_POINT_COLUMN, la colonne " + column.name() + " est en " + type
                                        + ", qui ne porte exactement ni montant ni taux",
                                "FLOATING_POINT_COLUMN, column " + column.name() + " is " + type
                                        + ", which can't carry money or rates exactly"),
                        new Sentence(
                                "Peut-être l’écrire en DECIMAL ou en texte ?", "Maybe write it as DECIMAL or text?"));
            }
        }
        return new ParquetSchema(Collections.unmodifiableMap(types), List.copyOf(starts), size);
    }

    /** SQL of a column as the text that a CSV file would hold; null stays null. */
    String text(Column column) {
        String type = types.get(column.name());
        String name = '"' + column.name() + '"';
        boolean decimal = type.startsWith("DECIMAL") && column.cell() instanceof Cell.Number;
        if (decimal) {
            return "CASE WHEN contains(" + name + "::VARCHAR, '.') THEN rtrim(rtrim(" + name
                    + "::VARCHAR, '0'), '.') ELSE " + name + "::VARCHAR END";
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            return "CASE WHEN " + name + " = trunc(" + name + ") AND abs(" + name + ") < 1e15 THEN " + name
                    + "::BIGINT::VARCHAR ELSE " + name + "::VARCHAR END";
        }
        if (type.equals("TIME")) {
            return "regexp_replace(" + name + "::VARCHAR, '^([0-9]{2}:[0-9]{2}):00$', '\\1')";
        }
        return name + "::VARCHAR";
    }
}
