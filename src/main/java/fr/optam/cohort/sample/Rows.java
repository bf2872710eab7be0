package fr.optam.cohort.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** CSV rows as bytes: no text is made for a number, a date or a code. */
final class Rows implements AutoCloseable {

    private static final int ROOM = 1 << 16;
    private static final int LONGEST_FIELD = 512;

    private final OutputStream out;
    private final byte[] buffer = new byte[ROOM + LONGEST_FIELD];
    private int used;
    private boolean first = true;
    private long count;

    Rows(OutputStream out, String header) throws IOException {
        this.out = out;
        raw(header.getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a field of plain characters that need no quotes. */
    Rows add(byte[] field) throws IOException {
        separate();
        System.arraycopy(field, 0, buffer, used, field.length);
        used += field.length;
        return this;
    }

    /** Adds a field of plain ASCII characters that need no quotes. */
    Rows add(String field) throws IOException {
        return add(field.getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds an empty field. */
    Rows none() throws IOException {
        separate();
        return this;
    }

    /** Adds a whole number. */
    Rows add(long number) throws IOException {
        separate();
        digits(number);
        return this;
    }

    /** Adds a letter with a number behind it. */
    Rows add(char letter, long number) throws IOException {
        separate();
        buffer[used++] = (byte) letter;
        digits(number);
        return this;
    }

    /** Adds an amount in cents as euros with two decimals. */
    Rows cents(long amount) throws IOException {
        return decimal(amount, 2, 100);
    }

    /** Adds a rate in ten-thousandths with four decimals. */
    Rows rate(long tenThousandths) throws IOException {
        return decimal(tenThousandths, 4, 10_000);
    }

    /** Ends the row. */
    void end() throws IOException {
        buffer[used++] = '\n';
        first = true;
        count++;
    }

    /** Writes a whole row as it is, with its line end. */
    void raw(byte[] row) throws IOException {
        separate();
        System.arraycopy(row, 0, buffer, used, row.length);
        used += row.length;
        end();
    }

    /** Rows written, without the header. */
    long count() {
        return count - 1;
    }

    @Override
    public void close() throws IOException {
        out.write(buffer, 0, used);
        out.close();
    }

    private Rows decimal(long value, int decimals, int unit) throws IOException {
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

    private void separate() throws IOException {
        if (used >= ROOM - LONGEST_FIELD) {
            out.write(buffer, 0, used);
            used = 0;
        }
        if (!first) {
            buffer[used++] = ',';
        }
        first = false;
    }
}
