package fr.optam.cohort.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The directory written: its files by name, plain or compressed. */
final class Output implements AutoCloseable {

    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".parquet");
    private static final List<String> STEMS = List.of(
            "practitioners",
            "memberships",
            "activity",
            "acts",
            "events",
            "paid",
            "tariff_rises",
            "ER_PRS_F",
            "ER_CAM_F",
            "DA_PRA_R",
            "act_modifiers");

    private final Path directory;
    private final boolean compressed;
    private final SortedMap<String, Rows> open = new TreeMap<>();

    /**
     * Makes the directory, or clears it of an earlier sample.
     *
     * @throws IOException if it holds anything else
     */
    Output(Path directory, boolean compressed) throws IOException {
        this.directory = directory;
        this.compressed = compressed;
        Files.createDirectories(directory);
        boolean earlier = Files.exists(directory.resolve("sample.json"));
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.sorted().forEach(found::add);
        }
        for (Path file : found) {
            if (!earlier || !ours(file.getFileName().toString())) {
                throw new IOException(directory + ": holds another file, " + file.getFileName()
                        + ". Maybe an empty directory was meant.");
            }
        }
        for (Path file : found) {
            Files.delete(file);
        }
    }

    private static boolean ours(String name) {
        return name.equals("sample.json")
                || STEMS.stream().anyMatch(stem -> ENDINGS.stream().anyMatch(ending -> name.equals(stem + ending)));
    }

    /** Opens a file with its header. */
    Rows rows(String stem, String header) throws IOException {
        String name = stem + (compressed ? ".csv.gz" : ".csv");
        OutputStream out = Files.newOutputStream(directory.resolve(name));
        Rows rows = new Rows(compressed ? new GZIPOutputStream(out, 1 << 16) : out, header);
        open.put(name, rows);
        return rows;
    }

    /** Rows written by file name. */
    SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        open.forEach((name, rows) -> counts.put(name, rows.count()));
        return counts;
    }

    @Override
    public void close() throws IOException {
        for (Rows rows : open.values()) {
            rows.close();
        }
    }
}
