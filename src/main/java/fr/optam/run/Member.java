package fr.optam.run;

import java.nio.charset.StandardCharsets;

/** Finds a text member of a canonical decision without parsing it. */
final class Member {
    /** Key of the practitioner. */
    static final byte[] PRACTITIONER = key("practitioner");
    /** Key of the digest of the facts. */
    static final byte[] FACTS = key("factsDigest");
    /** Key of the digest of the rulebook. */
    static final byte[] RULEBOOK = key("rulebook\":{\"digest");

    private static final byte[] YEAR = "\"year\":".getBytes(StandardCharsets.US_ASCII);

    private Member() {}

    private static byte[] key(String name) {
        return ("\"" + name + "\":\"").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The text of a member, without escapes in it.
     *
     * @return empty if the line has no such member
     */
    static String text(byte[] line, byte[] key) {
        return text(line, 0, line.length, key);
    }

    /** The same of a line that stands in a larger room. */
    static String text(byte[] room, int start, int end, byte[] key) {
        int at = lastIndexOf(room, start, end, key);
        if (at < 0) {
            return "";
        }
        int from = at + key.length;
        int to = from;
        while (to < end && room[to] != '"') {
            to++;
        }
        return new String(room, from, to - from, StandardCharsets.UTF_8);
    }

    /** Whether a text stands in a line as a whole value. */
    static boolean holds(byte[] line, String text) {
        return lastIndexOf(line, 0, line.length, ('"' + text + '"').getBytes(StandardCharsets.US_ASCII)) >= 0;
    }

    /** The civil year of a decision; -1 if it says none. */
    static int year(byte[] room, int start, int end) {
        int at = lastIndexOf(room, start, end, YEAR);
        int year = at < 0 ? -1 : 0;
        for (int i = at + YEAR.length; at >= 0 && i < end && room[i] >= '0' && room[i] <= '9'; i++) {
            year = year * 10 + room[i] - '0';
        }
        return year;
    }

    /** Searched from the end: keys are sorted, and what is long stands before. It steps by the last byte of the key. */
    private static int lastIndexOf(byte[] room, int start, int end, byte[] key) {
        int at = end - key.length;
        while (at >= start) {
            int n = 0;
            while (n < key.length && room[at + n] == key[n]) {
                n++;
            }
            if (n == key.length) {
                return at;
            }
            at -= step(key, room[at]);
        }
        return -1;
    }

    /** How far a key may go back when its first place holds a byte. */
    private static int step(byte[] key, byte first) {
        int step = 1;
        while (step < key.length && key[step] != first) {
            step++;
        }
        return step;
    }
}
