package fr.optam.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Physical lines of bytes, kept until they are released, so that a reader can go back to one.
 *
 * <p>A line longer than {@link #LONGEST} is cut there; what follows up to its end is read and thrown away.
 */
final class LineSource {
    /** Longest line kept, bytes. */
    static final int LONGEST = 1 << 20;

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int filled;
    private final List<byte[]> ahead = new ArrayList<>();
    private byte[] gathered = new byte[256];
    private boolean started;

    LineSource(InputStream in) {
        this.in = in;
    }

    /** The line so many lines ahead, without its end; {@code null} after the last. */
    byte[] peek(int distance) throws IOException {
        while (ahead.size() <= distance) {
            byte[] line = read();
            if (line == null) {
                return null;
            }
            ahead.add(line);
        }
        return ahead.get(distance);
    }

    /** Goes past so many lines. */
    void release(int lines) {
        ahead.subList(0, lines).clear();
    }

    private byte[] read() throws IOException {
        int length = 0;
        boolean any = false;
        while (true) {
            if (at == filled && !fill()) {
                return any ? line(length) : null;
            }
            any = true;
            int end = at;
            while (end < filled && block[end] != '\n') {
                end++;
            }
            length = gather(length, end);
            boolean complete = end < filled;
            at = complete ? end + 1 : end;
            if (complete) {
                return line(length);
            }
        }
    }

    private int gather(int length, int end) {
        int count = Math.min(end - at, LONGEST - length);
        if (gathered.length < length + count) {
            gathered = Arrays.copyOf(gathered, Math.max(length + count, gathered.length * 2));
        }
        System.arraycopy(block, at, gathered, length, count);
        return length + count;
    }

    private byte[] line(int length) {
        int from = started ? 0 : byteOrderMark(length);
        started = true;
        int to = length > from && gathered[length - 1] == '\r' ? length - 1 : length;
        return Arrays.copyOfRange(gathered, from, to);
    }

    private int byteOrderMark(int length) {
        boolean mark =
                length >= 3 && gathered[0] == (byte) 0xEF && gathered[1] == (byte) 0xBB && gathered[2] == (byte) 0xBF;
        return mark ? 3 : 0;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = 0;
        int count = in.read(block);
        while (count == 0) {
            count = in.read(block);
        }
        filled = Math.max(count, 0);
        return count > 0;
    }
}
