package fr.optam.rulebook;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells one build of the program from another, quickly: what one build judged, another judges anew. */
final class ProgramPrint {
    private static final int ENTRY = 20;

    private ProgramPrint() {}

    /** Print of the jar or folder that this class comes from; nothing if it comes from elsewhere. */
    static Optional<byte[]> read() {
        CodeSource source = ProgramPrint.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path at = Path.of(source.getLocation().toURI());
            return Optional.of(Files.isDirectory(at) ? folder(at) : jar(at));
        } catch (URISyntaxException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Names, checksums and sizes of all that the jar holds; the manifest names the libraries with their versions. */
    private static byte[] jar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ByteBuffer all = ByteBuffer.allocate(ENTRY * zip.size());
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                all.putInt(entry.getName().hashCode()).putLong(entry.getCrc()).putLong(entry.getSize());
            }
            return all.array();
        }
    }

    /** Names, sizes and times of the classes of a build that is not packed. */
    private static byte[] folder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            ByteBuffer all = ByteBuffer.allocate(ENTRY * files.size());
            for (Path file : files) {
                all.putInt(folder.relativize(file).toString().hashCode())
                        .putLong(Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.NANOSECONDS))
                        .putLong(Files.size(file));
            }
            return all.array();
        }
    }
}
