package fr.optam.cohort.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sorts the acts of a sample by date and hour, practitioners mixed as in a flow of claims; spills to disk. */
final class DateOrder {

    private static final String SPILL = "sort";

    private final Folder folder;
    private final SampleRequest request;

    DateOrder(Folder folder, SampleRequest request) {
        this.folder = folder;
        this.request = request;
    }

    /** Sorts the acts, in parts or not, into one file that takes their place; rows by file name again. */
    SortedMap<String, Long> sort(SortedMap<String, Long> rows) throws IOException {
        SortedMap<String, Long> sorted = new TreeMap<>(rows);
        String format = request.format();
        Long inParts = sorted.remove(Shelf.ACTS + "-*." + format);
        if (inParts != null) {
            sorted.put(Shelf.ACTS + "." + format, inParts);
        }
        sort(folder.whole(Shelf.ACTS, format), format);
        return sorted;
    }

    private void sort(List<Path> files, String format) throws IOException {
        String name = Shelf.ACTS + "." + format;
        String list = String.join(", ", files.stream().map(Folder::source).toList());
        String source = format.equals("parquet")
                ? "read_parquet([" + list + "])"
                : "read_csv([" + list + "], header = true, all_varchar = true, delim = ',', quote = '', escape = '')";
        String target =
                switch (format) {
                    case "parquet" -> "FORMAT parquet, COMPRESSION zstd";
                    case "csv.gz" -> "FORMAT csv, HEADER, QUOTE '', ESCAPE '', COMPRESSION gzip";
                    default -> "FORMAT csv, HEADER, QUOTE '', ESCAPE ''";
                };
        Path spill = Files.createDirectories(folder.part(SPILL));
        Properties settings = Parquet.settings(request.threads());
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("memory_limit", "350MB");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM " + source
                    + " ORDER BY \"on\", \"at\", practitioner_id, length(act_id), act_id) TO "
                    + Folder.text(folder.part(name)) + " (" + target + ")");
        } catch (SQLException failure) {
            throw new IOException(folder.part(name) + ": can't be sorted (" + failure.getMessage() + ").", failure);
        } finally {
            try (Stream<Path> all = Files.walk(spill)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Path file : files) {
            Files.delete(file);
        }
        folder.whole(name);
    }
}
