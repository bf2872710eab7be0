package fr.optam.cohort;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a table as {@code .csv}, {@code .csv.gz} or {@code .parquet}, as the name of the file ends. It stands under its name
 * once it is whole; the same rows give the same bytes.
 */
public final class TableFile implements AutoCloseable {
    private static final String GZ = ".csv.gz";
    private static final String PARQUET = ".parquet";

    private final Path target;
    private final Path part;
    private final List<Column> columns;
    private final BufferedWriter out;
    private boolean whole;

    /** What the cells of a column hold. */
    public enum Type {
        /** Text. */
        TEXT("VARCHAR"),
        /** A whole number. */
        WHOLE("BIGINT"),
        /** Euros with two decimals. */
        EUROS("DECIMAL(18,2)"),
        /** A figure with six decimals at most. */
        FIGURE("DECIMAL(18,6)"),
        /** {@code true} or {@code false}. */
        TRUTH("BOOLEAN");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type what its cells hold; an empty cell holds nothing
     */
    public record Column(String name, Type type) {}

    /** Whether a name ends as one of the forms does. */
    public static boolean isNamed(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".csv") || name.endsWith(GZ) || name.endsWith(PARQUET);
    }

    /**
     * Begins a file.
     *
     * @throws IOException if it can't be written
     */
    public TableFile(Path target, List<Column> columns) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.columns = List.copyOf(columns);
        OutputStream bytes = Files.newOutputStream(part);
        this.out = new BufferedWriter(new OutputStreamWriter(
                String.valueOf(target.getFileName()).endsWith(GZ) ? new GZIPOutputStream(bytes) : bytes,
                StandardCharsets.UTF_8));
        out.write(columns.stream().map(Column::name).collect(Collectors.joining(",")));
        out.write('\n');
    }

    /**
     * Writes a row.
     *
     * @param cells as many as there are columns; empty for nothing
     * @throws IOException if the file can't be written
     */
    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(target + ": " + cells.size() + " cells for " + columns.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(cells.get(i)));
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().allMatch(c -> c != ',' && c != '"' && c != '\n' && c != '\r' && c != ';');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * Ends the file and gives it its name.
     *
     * @throws IOException if the file can't be written
     */
    public void end() throws IOException {
        out.close();
        if (String.valueOf(target.getFileName()).endsWith(PARQUET)) {
            Path rows = target.resolveSibling(target.getFileName() + ".rows");
            Files.move(part, rows, StandardCopyOption.REPLACE_EXISTING);
            try {
                parquet(rows);
            } finally {
                Files.delete(rows);
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        whole = true;
    }

    private void parquet(Path rows) throws IOException {
        String types = columns.stream()
                .map(c -> "'" + c.name() + "': '" + c.type().sql + "'")
                .collect(Collectors.joining(", "));
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", "400MB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(" + text(rows)
                    + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {"
                    + types
                    + "})) TO " + text(part) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException failure) {
            throw new IOException(target + ": Parquet can't be written (" + failure.getMessage() + ").", failure);
        }
    }

    private static String text(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    /** Takes away what is not whole. */
    @Override
    public void close() throws IOException {
        if (!whole) {
            out.close();
            Files.deleteIfExists(part);
        }
    }
}
