package fr.optam.cohort;

import java.nio.charset.StandardCharsets;

/**
 * Builds canonical JSON (RFC 8785): no spaces, whole numbers, shortest escapes. The caller gives keys in their order.
 */
final class CanonicalText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(1024);
    private boolean first = true;

    CanonicalText open(char bracket) {
        separate();
        out.append(bracket);
        first = true;
        return this;
    }

    CanonicalText close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    CanonicalText key(String key) {
        separate();
        quoted(key);
        out.append(':');
        first = true;
        return this;
    }

    CanonicalText text(String text) {
        separate();
        quoted(text);
        return this;
    }

    CanonicalText plain(Object numberOrWord) {
        separate();
        out.append(numberOrWord);
        return this;
    }

    /** The document as UTF-8. */
    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
