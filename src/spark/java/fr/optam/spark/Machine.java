package fr.optam.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;

/** Room of one attempt of a task on the disk of its machine: no other attempt ever sees it. */
final class Machine {
    private Machine() {}

    /** A fresh folder. */
    static Path room(String name) throws IOException {
        return Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()).toAbsolutePath(), "optam-" + name + "-");
    }

    /** Deletes a folder with all that is in it. */
    static void leave(Path room) {
        try (Stream<Path> all = Files.walk(room)) {
            List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepest) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException left) {
            // Spark deletes what is above it when the executor ends
            return;
        }
    }
}
