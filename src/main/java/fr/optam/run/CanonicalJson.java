package fr.optam.run;

import fr.optam.cohort.CanonicalText;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/** Maps, lists, texts and whole numbers as canonical JSON (RFC 8785), and back. */
public final class CanonicalJson {
    private static final long LARGEST = 1L << 53;

    private CanonicalJson() {}

    /**
     * The canonical bytes of a value.
     *
     * @param value a map with text keys, a list, text, a whole number below 2^53, a truth value or null
     * @throws IllegalArgumentException if there is anything else in it
     */
    public static byte[] write(Object value) {
        CanonicalText out = new CanonicalText();
        append(out, value);
        return out.bytes();
    }

    /** The canonical bytes of a value and the end of a line. */
    static byte[] line(Object value) {
        byte[] bytes = write(value);
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    /** A document that {@link #write} made, as a map. */
    static Map<String, Object> read(byte[] json) throws JacksonException {
        return JsonValues.object(json);
    }

    static void append(CanonicalText out, Object value) {
        if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Map<?, ?> map) {
            out.open('{');
            sorted(map).forEach((key, item) -> append(out.key(key), item));
            out.close('}');
        } else if (value instanceof Iterable<?> list) {
            out.open('[');
            list.forEach(item -> append(out, item));
            out.close(']');
        } else if (value instanceof Long || value instanceof Integer) {
            long number = ((Number) value).longValue();
            if (number >= LARGEST || number <= -LARGEST) {
                throw new IllegalArgumentException("number too large for JSON: " + number);
            }
            out.plain(number);
        } else if (value == null || value instanceof Boolean) {
            out.plain(value);
        } else {
            throw new IllegalArgumentException(
                    "no JSON value: " + value.getClass().getName());
        }
    }

    @SuppressWarnings("unchecked")
    private static SortedMap<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> texts = (Map<String, Object>) map;
        return texts instanceof SortedMap<String, Object> tree && tree.comparator() == null
                ? tree
                : new TreeMap<>(texts);
    }
}
