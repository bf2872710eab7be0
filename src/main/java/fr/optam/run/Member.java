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
        int from = lastIndexOf(line, key);
        if (from < 0) {
            return "";
        }
        int to = from + key.length;
        while (to < line.length && line[to] != '"') {
            to++;
        }
        return new String(line, from + key.length, to - from - key.length, StandardCharsets.UTF_8);
    }

    /** Searched from the end: keys are sorted, and what is long stands before. */
    private static int lastIndexOf(byte[] line, byte[] key) {
        for (int at = line.length - key.length; at >= 0; at--) {
            int n = 0;
            while (n < key.length && line[at + n] == key[n]) {
                n++;
            }
            if (n == key.length) {
                return at;
            }
        }
        return -1;
    }
}
