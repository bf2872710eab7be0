package fr.optam.cohort;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds canonical JSON (RFC 8785) as UTF-8: no spaces, whole numbers, shortest escapes. The caller gives keys in their
 * order.
 */
public final class CanonicalText {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int LONGEST_ESCAPE = 6;

    private byte[] out;
    private int size;
    private boolean first = true;

    /** An empty document. */
    public CanonicalText() {
        this(1024);
    }

    /** @param bytes how long the document is likely to be */
    public CanonicalText(int bytes) {
        out = new byte[bytes];
    }

    /** Opens an object or a list. */
    public CanonicalText open(char bracket) {
        separate();
        one(bracket);
        first = true;
        return this;
    }

    /** Closes what was opened. */
    public CanonicalText close(char bracket) {
        room(1);
        one(bracket);
        first = false;
        return this;
    }

    /** The key of the next value. */
    public CanonicalText key(String key) {
        separate();
        quoted(key);
        room(1);
        one(':');
        first = true;
        return this;
    }

    /** The bytes of a key, for {@link #key(byte[])}; it has no sign that is escaped. */
    public static byte[] ready(String key) {
        return ('"' + key + "\":").getBytes(StandardCharsets.UTF_8);
    }

    /** The key of the next value, made by {@link #ready}. */
    public CanonicalText key(byte[] ready) {
        separate();
        room(ready.length);
        System.arraycopy(ready, 0, out, size, ready.length);
        size += ready.length;
        first = true;
        return this;
    }

    /** A text value. */
    public CanonicalText text(String text) {
        separate();
        quoted(text);
        return this;
    }

    /** A whole number, {@code true}, {@code false} or {@code null}. */
    public CanonicalText plain(Object numberOrWord) {
        separate();
        String word = String.valueOf(numberOrWord);
        room(word.length());
        for (int i = 0; i < word.length(); i++) {
            one(word.charAt(i));
        }
        return this;
    }

    /** Where the document ends now. */
    public int end() {
        return size;
    }

    /** What was written since {@link #end} was asked; with what separates it from what stands before. */
    public byte[] since(int start) {
        return Arrays.copyOfRange(out, start, size);
    }

    /** What {@link #since} gave, again, where the same stands before it. */
    public CanonicalText again(byte[] written) {
        room(written.length);
        System.arraycopy(written, 0, out, size, written.length);
        size += written.length;
        first = false;
        return this;
    }

    /** The document as UTF-8. */
    public byte[] bytes() {
        return Arrays.copyOf(out, size);
    }

    private void separate() {
        room(2);
        if (!first) {
            one(',');
        }
        first = false;
    }

    private void room(int more) {
        if (out.length - size < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }

    private void one(int c) {
        out[size++] = (byte) c;
    }

    private void quoted(String text) {
        int length = text.length();
        room(length * LONGEST_ESCAPE + 2);
        one('"');
        for (int i = plain(text, 0); i < length; i = plain(text, i + 1)) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escape(c);
            } else if (c < 0x800) {
                one(0xC0 | c >> 6);
                one(0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                pair(Character.toCodePoint(c, text.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                one('?');
            } else {
                one(0xE0 | c >> 12);
                one(0x80 | c >> 6 & 0x3F);
                one(0x80 | c & 0x3F);
            }
        }
        one('"');
    }

    /** Copies what needs no escape; returns where that ends. */
    private int plain(String text, int from) {
        byte[] to = out;
        int at = size;
        int length = text.length();
        int i = from;
        while (i < length) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '"' || c == '\\') {
                break;
            }
            to[at++] = (byte) c;
            i++;
        }
        size = at;
        return i;
    }

    private void pair(int point) {
        one(0xF0 | point >> 18);
        one(0x80 | point >> 12 & 0x3F);
        one(0x80 | point >> 6 & 0x3F);
        one(0x80 | point & 0x3F);
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> escaped(c);
            case '\b' -> escaped('b');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\f' -> escaped('f');
            case '\r' -> escaped('r');
            default -> {
                escaped('u');
                one('0');
                one('0');
                one(HEX[c >> 4]);
                one(HEX[c & 15]);
            }
        }
    }

    private void escaped(char c) {
        one('\\');
        one(c);
    }
}
