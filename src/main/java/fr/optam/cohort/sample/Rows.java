package fr.optam.cohort.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** CSV rows of one block as bytes: no text is made for a number, a date or a code. */
final class Rows {

    private static final int ROOM = 1 << 12;
    private static final int LONGEST_FIELD = 512;

    private final String header;
    private byte[] buffer;
    private int used;
    private boolean first = true;
    private long count;

    Rows(String header) {
        this.header = header;
        buffer = new byte[ROOM];
    }

    /** No rows, in the room of others that are written. */
    Rows(String header, Rows written) {
        this.header = header;
        buffer = written.buffer;
    }

    /** Adds a field of plain characters that need no quotes. */
    Rows add(byte[] field) {
        separate();
        System.arraycopy(field, 0, buffer, used, field.length);
        used += field.length;
        return this;
    }

    /** Adds a field of plain ASCII characters that need no quotes. */
    Rows add(String field) {
        return add(field.getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds an empty field. */
    Rows none() {
        separate();
        return this;
    }

    /** Adds a whole number. */
    Rows add(long number) {
        separate();
        digits(number);
        return this;
    }

    /** Adds a letter with a number behind it. */
    Rows add(char letter, long number) {
        separate();
        buffer[used++] = (byte) letter;
        digits(number);
        return this;
    }

    /** Adds an amount in cents as euros with two decimals. */
    Rows cents(long amount) {
        return decimal(amount, 2, 100);
    }

    /** Adds a rate in ten-thousandths with four decimals. */
    Rows rate(long tenThousandths) {
        return decimal(tenThousandths, 4, 10_000);
    }

    /** Ends the row. */
    void end() {
        buffer[used++] = '\n';
        first = true;
        count++;
    }

    /** Writes a whole row as it is, with its line end. */
    void raw(byte[] row) {
        add(row);
        end();
    }

    /** Rows written, without the header. */
    long count() {
        return count;
    }

    /** The header that the file begins with, without its line end. */
    String header() {
        return header;
    }

    /** Writes all rows, without the header. */
    void to(OutputStream out) throws IOException {
        out.write(buffer, 0, used);
    }

    private Rows decimal(long value, int decimals, int unit) {
        separate();
        long positive = value;
        if (value < 0) {
            buffer[used++] = '-';
            positive = -value;
        }
        digits(positive / unit);
        buffer[used++] = '.';
        long rest = positive % unit;
        for (int place = used + decimals - 1; place >= used; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += decimals;
        return this;
    }

    private void digits(long number) {
        long rest = number;
        if (rest < 0) {
            buffer[used++] = '-';
            rest = -rest;
        }
        int length = 1;
        for (long bound = 10; length < 19 && rest >= bound; bound *= 10) {
            length++;
        }
        for (int place = used + length - 1; place >= used; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += length;
    }

    private void separate() {
        if (buffer.length - used < LONGEST_FIELD) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        if (!first) {
            buffer[used++] = ',';
        }
        first = false;
    }
}
