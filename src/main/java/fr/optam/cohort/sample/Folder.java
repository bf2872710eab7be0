package fr.optam.cohort.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory written. A file has the ending {@code .part} until it is whole; {@code sample.part} stands there until
 * all of them are.
 */
final class Folder {

    private static final Pattern OURS = Pattern.compile(
            "(?:practitioners|memberships|activity|acts|events|paid|tariff_rises|ER_PRS_F|ER_CAM_F|DA_PRA_R"
                    + "|act_modifiers)(?:-[0-9]{5})?[.](?:csv|csv[.]gz|parquet)(?:[.]part)?");
    private static final String SUMMARY = "sample.json";
    private static final String MARK = "sample.part";

    private final Path directory;

    /**
     * Makes the directory, or clears it of an earlier sample.
     *
     * @throws IOException if it holds anything else
     */
    Folder(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        List<Path> found;
        try (Stream<Path> files = Files.list(directory)) {
            found = files.sorted().toList();
        }
        List<String> names =
                found.stream().map(file -> file.getFileName().toString()).toList();
        boolean earlier = names.contains(SUMMARY) || names.contains(MARK);
        for (String name : names) {
            boolean ours = name.equals(SUMMARY)
                    || name.equals(MARK)
                    || OURS.matcher(name).matches();
            if (!earlier || !ours) {
                throw new IOException(
                        directory + ": holds another file, " + name + ". Maybe an empty directory was meant.");
            }
        }
        Files.write(directory.resolve(MARK), new byte[0]);
        for (Path file : found) {
            if (!file.getFileName().toString().equals(MARK)) {
                Files.delete(file);
            }
        }
    }

    /** Where a file is written until it is whole. */
    Path part(String name) {
        return directory.resolve(name + ".part");
    }

    /** Gives a whole file its name. */
    void whole(String name) throws IOException {
        Files.move(part(name), directory.resolve(name));
    }

    /** The whole files of a kind: one, or its parts. */
    List<Path> whole(String kind, String format) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(kind + "(-[0-9]+)?[.]" + format))
                    .sorted()
                    .toList();
        }
    }

    /** A path as a text of SQL. */
    static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /** A path as a text of SQL that is read: it stands for this one file, whatever signs are in its name. */
    static String source(Path path) {
        return text(Path.of(path.toString().replaceAll("[\\[*?]", "[$0]")));
    }

    /** Removes the mark of a sample that is not whole. */
    void done() throws IOException {
        Files.delete(directory.resolve(MARK));
    }
}
