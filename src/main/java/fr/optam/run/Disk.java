package fr.optam.run;

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

    private Disk() {}

    /** Where a file is written before it is whole. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + PART);
    }

    /** Writes a file as a whole. */
    static void write(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        try (FileChannel out = FileChannel.open(
                part(target),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            fully(out, content);
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

    /** Writes all bytes at the end of a channel. */
    static void fully(FileChannel out, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** Forces the part of a file to disk and gives it its name. */
    static void publish(Path target) throws IOException {
        try (FileChannel part = FileChannel.open(part(target), StandardOpenOption.WRITE)) {
            part.force(true);
        } catch (IOException e) {
            throw failed(target, e);
        }
        Files.move(part(target), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.getParent());
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // some systems don't open folders; the rename itself is atomic there too
            return;
        }
    }

    /** A failure that names the file. */
    static IOException failed(Path file, IOException cause) {
        return new IOException(
                file + ": can't be written, " + cause.getMessage() + ". Maybe free some room and go on with --resume.",
                cause);
    }

    /** Deletes a file or a folder with all that is in it; what is not there stays so. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        for (Path each : below(path, Comparator.reverseOrder())) {
            Files.delete(each);
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
