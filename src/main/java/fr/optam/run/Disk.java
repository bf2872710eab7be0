package fr.optam.run;

import fr.optam.cohort.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that are either whole and on disk, or not there under their name. */
final class Disk {
    static final String PART = ".part";

    private static volatile Steps steps = file -> {};

    /** Looks at every change of the disk before it is made: what a test fails or ends a run by. */
    interface Steps {
        /** Nothing is changed if this throws. */
        void before(Path file) throws IOException;
    }

    private Disk() {}

    /** From now on every change of a run on the disk is shown first. */
    static void watch(Steps watching) {
        steps = watching;
    }

    /** Where a file is written before it is whole. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + PART);
    }

    /** Writes a file as a whole. */
    static void write(Path target, byte[] content) throws IOException {
        folder(target.getParent());
        try (FileChannel out = FileChannel.open(
                part(target),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            fully(part(target), out, content);
        } catch (IOException e) {
            throw failed(target, e);
        }
        publish(target);
    }

    /**
     * Reads a file as a whole.
     *
     * @throws IllegalArgumentException if it is larger than anything that belongs there
     */
    static byte[] readAtMost(Path file, long most) throws IOException {
        if (Files.size(file) > most) {
            throw new IllegalArgumentException(file + ": too large");
        }
        return Files.readAllBytes(file);
    }

    /** Writes all bytes at the end of the channel of a file. */
    static void fully(Path file, FileChannel out, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content, 0, content.length / 2);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        steps.before(file);
        buffer.limit(content.length);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** Forces the part of a file to disk and gives it its name. */
    static void publish(Path target) throws IOException {
        try (FileChannel part = FileChannel.open(part(target), StandardOpenOption.WRITE)) {
            steps.before(part(target));
            part.force(true);
        } catch (IOException e) {
            throw failed(target, e);
        }
        try {
            steps.before(target);
            Files.move(part(target), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(target, e);
        }
        forceFolder(target.getParent());
    }

    /** Makes a folder and what is above it, so that they outlive a power cut. */
    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            steps.before(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
        for (Path at = folder.toAbsolutePath().getParent(); at != null; at = at.getParent()) {
            forceFolder(at);
        }
    }

    /** Forces the names in a folder to disk. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // some systems don't open folders; the rename itself is atomic there too
            return;
        }
    }

    /** A failure that names the file. */
    static FileTrouble failed(Path file, IOException cause) {
        return FileTrouble.writing(file, cause);
    }

    /** Deletes a file or a folder with all that is in it; what is not there stays so. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try {
            for (Path each : below(path, Comparator.reverseOrder())) {
                steps.before(each);
                Files.delete(each);
            }
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Every file below a folder, in order of its path. */
    static List<Path> files(Path folder) throws IOException {
        return below(folder, Comparator.naturalOrder()).stream()
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Everything below a folder and itself, in order of its path; no link is followed. */
    static List<Path> below(Path folder) throws IOException {
        return below(folder, Comparator.naturalOrder());
    }

    private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted(order).toList();
        }
    }
}
