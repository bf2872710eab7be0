package fr.optam.run;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The lines of a compressed part with the digest of what was read; it stops where the part can't be unpacked. */
final class Lines implements Closeable {
    private static final int BLOCK = 1 << 16;
    /** Compressed bytes that are unpacked at once: what stands before a damaged place within them is lost. */
    private static final int STEP = 512;

    private static final int MAX_LINE = 1 << 28;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final DigestInputStream packed;
    private final long limit;
    private InputStream in;
    private byte[] room = new byte[BLOCK];
    private int start;
    private int end;
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
        return advance() ? Arrays.copyOfRange(room, start, end) : null;
    }

    /** Goes to the next line, that stands from {@link #start} to {@link #end}; false after the last, and where torn. */
    boolean advance() throws IOException {
        int seen = from;
        while (true) {
            int at = newline(room, seen, to);
            if (at < to) {
                start = from;
                end = at;
                from = at + 1;
                return true;
            }
            seen = to - from;
            if (!more()) {
                torn |= from < to;
                return false;
            }
            seen += from;
        }
    }

    /** What holds the line, until the next one is asked for. */
    byte[] room() {
        return room;
    }

    /** First byte of the line. */
    int start() {
        return start;
    }

    /** The byte after the line. */
    int end() {
        return end;
    }

    /** Where the next line ends; eight bytes at a time. */
    private static int newline(byte[] room, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) WORDS.get(room, at) ^ NEWLINES;
            if (((word - ONES) & ~word & HIGH) != 0) {
                break;
            }
        }
        while (at < to && room[at] != '\n') {
            at++;
        }
        return at;
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
        torn |= read > limit - textBytes;
        int taken = (int) Math.min(read, limit - textBytes);
        textBytes += taken;
        to += taken;
        return taken > 0;
    }

    private int unpack() throws IOException {
        if (torn) {
            return -1;
        }
        try {
            if (in == null) {
                in = new GZIPInputStream(packed, STEP);
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
