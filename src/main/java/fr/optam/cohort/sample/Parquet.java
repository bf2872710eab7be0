package fr.optam.cohort.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Turns CSV files of a sample into Parquet files of the same names, each in a database of one thread of its own. */
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

    private final Folder folder;
    private final boolean typed;

    /**
     * Begins.
     *
     * @param typed every column has its type; else all are text, as defective rows ask for
     */
    Parquet(Folder folder, boolean typed) {
        this.folder = folder;
        this.typed = typed;
    }

    /** Converts {@code STEM.csv.part} with the columns of a header into {@code STEM.parquet} and deletes it. */
    void convert(String stem, String header) throws IOException {
        String name = stem + ".parquet";
        String columns = Arrays.stream(header.split(","))
                .map(column -> "'" + column + "': '" + (typed ? type(column) : "VARCHAR") + "'")
                .collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings(1));
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(" + Folder.source(folder.part(stem + ".csv"))
                    + ", header = true, auto_detect = false, delim = ',', quote = '', escape = '', columns = {"
                    + columns
                    + "})) TO " + Folder.text(folder.part(name)) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException failure) {
            throw new IOException(
                    folder.part(name) + ": Parquet can't be written (" + failure.getMessage() + ").", failure);
        }
        folder.whole(name);
        Files.delete(folder.part(stem + ".csv"));
    }

    /** Settings of a database in memory that writes nothing but what it is told to. */
    static Properties settings(int threads) {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("memory_limit", "400MB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    private static String type(String column) {
        return column.startsWith("acts_") ? "INTEGER" : TYPES.getOrDefault(column, "VARCHAR");
    }
}
