package fr.optam.run;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The lines of a compressed part with the digests of what was read; it stops where the part can't be unpacked. */
final class Lines implements Closeable {
    private static final int BLOCK = 1 << 16;
    private static final int MAX_LINE = 1 << 28;

    private final DigestInputStream packed;
    private final long limit;
    private final MessageDigest text = Sha256.start();
    private InputStream in;
    private byte[] room = new byte[BLOCK];
    private int from;
    private int to;
    private long textBytes;
    private boolean torn;

    /** @param limit bytes that the text may have; what is longer counts as torn */
    Lines(Path file, long limit) throws IOException {
        this.packed = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK), Sha256.start());
        this.limit = limit;
    }

    /** The next line without its end; null after the last, and where the part is torn. */
    byte[] next() throws IOException {
        int seen = from;
        while (true) {
            for (; seen < to; seen++) {
                if (room[seen] == '\n') {
                    byte[] line = Arrays.copyOfRange(room, from, seen);
                    from = seen + 1;
                    return line;
                }
            }
            seen -= from;
            if (!more()) {
                torn |= from < to;
                return null;
            }
            seen += from;
        }
    }

    private boolean more() throws IOException {
        if (from > 0) {
            System.arraycopy(room, from, room, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == room.length) {
            if (room.length >= MAX_LINE) {
                torn = true;
                return false;
            }
            room = Arrays.copyOf(room, room.length * 2);
        }
        int read = unpack();
        if (read <= 0) {
            return false;
        }
        text.update(room, to, read);
        textBytes += read;
        to += read;
        torn |= textBytes > limit;
        return !torn;
    }

    private int unpack() throws IOException {
        if (torn) {
            return -1;
        }
        try {
            if (in == null) {
                in = new GZIPInputStream(packed, BLOCK);
            }
            return in.read(room, to, room.length - to);
        } catch (IOException | IllegalArgumentException e) {
            torn = true;
            return -1;
        }
    }

    /** Whether the part could not be unpacked to its end. */
    boolean torn() {
        return torn;
    }

    /** Bytes of text so far. */
    long textBytes() {
        return textBytes;
    }

    /** Digest of the text so far. */
    String textDigest() {
        return Sha256.text(text.digest());
    }

    /** Digest of the whole file, read to its end. */
    String fileDigest() throws IOException {
        byte[] rest = new byte[BLOCK];
        while (packed.read(rest) >= 0) {
            continue;
        }
        return Sha256.text(packed.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
