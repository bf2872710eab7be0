package fr.optam.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Rows of values that were checked, on their way into a table: gathered in a file of some megabytes and loaded from it.
 *
 * <p>Values are parted by characters that no checked value holds, and casts can't fail or change anything, because each
 * value was checked against the type of its column before. Loading a file is several times faster than appending value
 * by value.
 */
final class RowBuffer implements AutoCloseable {
    private static final byte VALUE_END = 0x1f;
    private static final byte UNKNOWN = 0x02;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]");
    private static final int FULL = 32 << 20;

    private final RowLoader loader;
    private Path file;
    private byte[] bytes = new byte[1 << 20];
    private int length;
    private long written;
    private long rows;
    private OutputStream out;

    RowBuffer(RowLoader loader) {
        this.loader = loader;
        this.file = loader.file();
    }

    /** Adds a text; a control character in it, which no code and no id holds, becomes a replacement character. */
    RowBuffer text(String text) {
        room(text.length() * 3 + 1);
        int start = length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ') {
                byte[] encoded = CONTROL.matcher(text).replaceAll("\ufffd").getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, start, encoded.length);
                length = start + encoded.length;
                break;
            }
            bytes[length++] = (byte) c;
        }
        bytes[length++] = VALUE_END;
        return this;
    }

    /** Adds a whole number. */
    RowBuffer number(long number) {
        return text(Long.toString(number));
    }

    /** Adds an unknown value. */
    RowBuffer unknown() {
        room(2);
        bytes[length++] = UNKNOWN;
        bytes[length++] = VALUE_END;
        return this;
    }

    /** Ends the row. */
    void end() throws IOException, SQLException {
        bytes[length - 1] = '\n';
        rows++;
        if (length > bytes.length / 2) {
            flush();
            if (written > FULL) {
                load();
            }
        }
    }

    /** Loads what is left. */
    @Override
    public void close() throws IOException, SQLException {
        try (loader) {
            if (rows > 0) {
                flush();
                load();
            }
        }
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    private void flush() throws IOException {
        try {
            if (out == null) {
                out = Files.newOutputStream(file);
            }
            out.write(bytes, 0, length);
        } catch (IOException failure) {
            throw FileTrouble.writing(file, failure);
        }
        written += length;
        length = 0;
    }

    private void load() throws IOException, SQLException {
        out.close();
        out = null;
        loader.load(file, rows);
        file = loader.file();
        written = 0;
        rows = 0;
    }
}
