package fr.optam.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows of a CSV file with the physical line on which each starts: RFC 4180 with {@code ,} or {@code ;}, found from the
 * header, LF or CRLF, UTF-8 with or without a byte-order mark.
 *
 * <p>A quoted field may hold line breaks. A quote that is not closed spoils its own line only: reading goes on with the
 * next physical line. Blank lines are no rows.
 */
final class CsvRows {
    /** What a row is. */
    enum Form {
        SOUND,
        MALFORMED,
        NOT_UTF8
    }

    private static final int LONGEST_ROW = 50;

    private final LineSource lines;
    private final char separator;
    private final List<String> header;
    private final String[] cells;
    private final CsvFields fields;
    private long nextLine;
    private long line;
    private byte[] first = new byte[0];

    /**
     * Reads the header.
     *
     * @throws IOException if the file can't be read or decompressed, or has no header of UTF-8 text
     */
    CsvRows(InputStream in) throws IOException {
        this.lines = new LineSource(in);
        byte[] head = lines.peek(0);
        if (head == null) {
            throw new IOException("it is empty, without a header");
        }
        String text = decoded(head);
        if (text == null) {
            throw new IOException("its header is not UTF-8");
        }
        this.separator = separator(text);
        CsvFields headerFields = new CsvFields(separator, text.length() + 1);
        if (headerFields.split(text) < 0) {
            throw new IOException("a quote in its header is not closed");
        }
        this.header = List.of(headerFields.copy());
        lines.release(1);
        this.nextLine = 2;
        this.fields = new CsvFields(separator, header.size());
        this.cells = fields.cells();
    }

    /** Column names of the header. */
    List<String> header() {
        return header;
    }

    /** Goes to the next row; {@code null} after the last. */
    Form next() throws IOException {
        byte[] bytes = lines.peek(0);
        while (bytes != null && bytes.length == 0) {
            lines.release(1);
            nextLine++;
            bytes = lines.peek(0);
        }
        if (bytes == null) {
            return null;
        }
        line = nextLine;
        first = bytes;
        String text = decoded(bytes);
        if (text == null) {
            return pass(1, Form.NOT_UTF8);
        }
        int count = bytes.length >= LineSource.LONGEST ? 0 : fields.split(text);
        int taken = 1;
        while (count < 0 && taken < LONGEST_ROW && text.length() < LineSource.LONGEST) {
            byte[] more = lines.peek(taken);
            String further = more == null ? null : decoded(more);
            if (further == null) {
                break;
            }
            text = text + '\n' + further;
            taken++;
            count = fields.split(text);
        }
        return count == header.size() ? pass(taken, Form.SOUND) : pass(1, Form.MALFORMED);
    }

    /** Physical line on which the row starts; the header is line 1. */
    long line() {
        return line;
    }

    /** A field of a sound row. */
    String cell(int index) {
        return cells[index];
    }

    /** First line of the row as it stands, what is not UTF-8 replaced. */
    String raw() {
        return new String(first, 0, Math.min(first.length, 400), StandardCharsets.UTF_8);
    }

    /** The field at this index of a row that is not sound, if it can be told; else empty text. */
    String rawCell(int index) {
        String text = new String(first, StandardCharsets.UTF_8);
        String[] parts = text.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1);
        return index < parts.length ? parts[index].replace("\"", "") : "";
    }

    private Form pass(int taken, Form form) {
        lines.release(taken);
        nextLine += taken;
        return form;
    }

    private static String decoded(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                try {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
                } catch (CharacterCodingException notUtf8) {
                    return null;
                }
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static char separator(String header) {
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        return semicolons > commas ? ';' : ',';
    }
}
