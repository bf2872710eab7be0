package fr.optam.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A practitioner-year as a document of maps, lists and texts. Lists are addressed as decisions address them: by year, by
 * id, else by place.
 */
final class FactDocument {
    private final Map<String, Object> root;

    FactDocument(Map<String, Object> root) {
        this.root = root;
    }

    /** Every path to a text or a number, with its value. */
    Map<String, String> leaves() {
        Map<String, String> leaves = new TreeMap<>();
        leaves("", root, leaves);
        return leaves;
    }

    private static void leaves(String path, Object value, Map<String, String> leaves) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> leaves(path.isEmpty() ? (String) key : path + "." + key, item, leaves));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                leaves(path + "." + name(list.get(i), i), list.get(i), leaves);
            }
        } else if (value != null) {
            leaves.put(path, String.valueOf(value));
        }
    }

    private static String name(Object item, int place) {
        if (item instanceof Map<?, ?> map) {
            Object name = Optional.<Object>ofNullable(map.get("id")).orElse(map.get("year"));
            return name == null ? String.valueOf(place) : String.valueOf(name);
        }
        return String.valueOf(place);
    }

    /** The same document with other values at some paths; a number is text where it was text. */
    Map<String, Object> with(Map<String, Object> edits) {
        Map<String, Object> copy = root;
        for (Map.Entry<String, Object> edit : edits.entrySet()) {
            copy = map(copy, edit.getKey(), edit.getValue());
        }
        return copy;
    }

    private static Map<String, Object> map(Map<?, ?> map, String path, Object value) {
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, item) -> copy.put(
                (String) name,
                name.equals(key) ? changed(item, dot < 0 ? "" : path.substring(dot + 1), value) : item));
        return copy;
    }

    private static Object changed(Object item, String path, Object value) {
        if (path.isEmpty()) {
            return value instanceof BigDecimal number
                    ? item instanceof String ? number.toPlainString() : (Object) number.longValueExact()
                    : value;
        }
        if (item instanceof Map<?, ?> map) {
            return map(map, path, value);
        }
        List<?> list = (List<?>) item;
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        List<Object> copy = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            boolean here = name(list.get(i), i).equals(key);
            copy.add(here ? changed(list.get(i), dot < 0 ? "" : path.substring(dot + 1), value) : list.get(i));
        }
        return copy;
    }
}
