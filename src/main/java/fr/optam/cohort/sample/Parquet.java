package fr.optam.cohort.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the CSV files of a sample into Parquet files of the same names. */
final class Parquet {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("on", "DATE"),
            Map.entry("from", "DATE"),
            Map.entry("to", "DATE"),
            Map.entry("installed_on", "DATE"),
            Map.entry("request_on", "DATE"),
            Map.entry("effective_on", "DATE"),
            Map.entry("prime_paid_on", "DATE"),
            Map.entry("at", "TIME"),
            Map.entry("year", "INTEGER"),
            Map.entry("quantity", "INTEGER"),
            Map.entry("sector2_titles", "BOOLEAN"),
            Map.entry("c2s", "BOOLEAN"),
            Map.entry("emergency", "BOOLEAN"),
            Map.entry("income", "DECIMAL(12,2)"),
            Map.entry("commitment_overrun_rate", "DECIMAL(6,4)"),
            Map.entry("commitment_opposable_share", "DECIMAL(6,4)"),
            Map.entry("reimbursable_fees", "DECIMAL(12,2)"),
            Map.entry("overruns", "DECIMAL(12,2)"),
            Map.entry("opposable_fees", "DECIMAL(12,2)"),
            Map.entry("base_tariff", "DECIMAL(9,2)"),
            Map.entry("base_tariff_without_option", "DECIMAL(9,2)"),
            Map.entry("fee_charged", "DECIMAL(10,2)"),
            Map.entry("prime", "DECIMAL(12,2)"),
            Map.entry("base", "DECIMAL(9,2)"),
            Map.entry("rise", "DECIMAL(9,2)"));

    private Parquet() {}

    /** Converts every file and deletes the CSV; rows by their new file names. With bad rows every column is text. */
    static SortedMap<String, Long> convert(SampleRequest request, SortedMap<String, Long> rows) throws IOException {
        SortedMap<String, Long> converted = new TreeMap<>();
        boolean typed = request.badRows().signum() == 0;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '512MB'");
            for (String name : rows.keySet()) {
                Path csv = request.out().resolve(name);
                String parquet = name.replace(".csv", ".parquet");
                String source = "read_csv('" + quoted(csv) + "', header = true, all_varchar = true, delim = ',')";
                statement.execute("COPY (SELECT " + String.join(", ", columns(statement, source, typed)) + " FROM "
                        + source + ") TO '" + quoted(request.out().resolve(parquet))
                        + "' (FORMAT parquet, COMPRESSION zstd)");
                Files.delete(csv);
                converted.put(parquet, rows.get(name));
            }
        } catch (SQLException e) {
            throw new IOException(request.out() + ": Parquet could not be written, " + e.getMessage(), e);
        }
        return converted;
    }

    private static List<String> columns(Statement statement, String source, boolean typed) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (described.next()) {
                String name = described.getString(1);
                String type = name.startsWith("acts_") ? "INTEGER" : TYPES.get(name);
                columns.add(
                        typed && type != null
                                ? "CAST(\"" + name + "\" AS " + type + ") AS \"" + name + "\""
                                : "\"" + name + "\"");
            }
        }
        return columns;
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
