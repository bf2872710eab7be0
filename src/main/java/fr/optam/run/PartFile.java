package fr.optam.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** One compressed part of a run while it is written; it has its name only when it is whole and on disk. */
final class PartFile implements AutoCloseable {
    /** Magic, deflate, no flags, no time, no hint on the level, system unknown. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** The last deflate block, empty. */
    private static final byte[] LAST = {3, 0};

    private final Path root;
    private final String name;
    private final Path target;
    private final FileChannel out;
    private final CRC32 check = new CRC32();
    private final MessageDigest text = Sha256.start();
    private final MessageDigest whole = Sha256.start();
    private long textBytes;
    private long bytes;

    /** @param name path below the run, {@code decisions/part-000000.jsonl.gz} */
    PartFile(Path root, String name) throws IOException {
        this.root = root;
        this.name = name;
        this.target = root.resolve(name);
        Disk.folder(target.getParent());
        try {
            this.out = FileChannel.open(
                    Disk.part(target),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw Disk.failed(target, e);
        }
        raw(HEAD);
    }

    /** Where the next piece begins, bytes from the start of the part. */
    long block() {
        return bytes;
    }

    void add(Piece piece) throws IOException {
        check.update(piece.text());
        text.update(piece.text());
        textBytes += piece.text().length;
        raw(piece.deflated());
    }

    private void raw(byte[] content) throws IOException {
        whole.update(content);
        bytes += content.length;
        try {
            Disk.fully(Disk.part(target), out, content);
        } catch (IOException e) {
            throw Disk.failed(root.resolve(name), e);
        }
    }

    /** Completes the part, forces it to disk and gives it its name. */
    WrittenFile finish() throws IOException {
        raw(LAST);
        raw(littleEndian(check.getValue()));
        raw(littleEndian(textBytes));
        out.close();
        Disk.publish(target);
        return new WrittenFile(name, bytes, Sha256.text(whole.digest()), textBytes, Sha256.text(text.digest()));
    }

    private static byte[] littleEndian(long number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)};
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
