package fr.optam.analysis.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A JSON document as sorted maps, lists, texts, whole numbers, truth values and nulls. Documents never change: a change
 * makes another one that shares what is the same. A place in it is a list of names and positions.
 */
final class Doc {
    private Doc() {}

    /** What is at a place; null if nothing is, or a null. */
    static Object get(Object doc, List<Object> place) {
        Object at = doc;
        for (Object step : place) {
            if (at instanceof Map<?, ?> map) {
                at = map.get(step);
            } else if (at instanceof List<?> list && step instanceof Integer i && i < list.size()) {
                at = list.get(i);
            } else {
                return null;
            }
        }
        return at;
    }

    /** The document with another value at a place; what lies on the way is made, an item past the end is added. */
    static Object with(Object doc, List<Object> place, Object value) {
        if (place.isEmpty()) {
            return value;
        }
        List<Object> rest = place.subList(1, place.size());
        if (place.get(0) instanceof Integer i) {
            List<Object> list = new ArrayList<>(doc instanceof List<?> l ? l : List.of());
            if (i >= list.size()) {
                list.add(with(null, rest, value));
            } else {
                list.set(i, with(list.get(i), rest, value));
            }
            return list;
        }
        Map<String, Object> map = map(doc);
        String name = String.valueOf(place.get(0));
        map.put(name, with(map.get(name), rest, value));
        return map;
    }

    /** The document without what is at a place. */
    static Object without(Object doc, List<Object> place) {
        if (doc == null || place.isEmpty()) {
            return doc;
        }
        List<Object> rest = place.subList(1, place.size());
        if (place.get(0) instanceof Integer i) {
            List<Object> list = new ArrayList<>((List<?>) doc);
            if (rest.isEmpty()) {
                list.remove((int) i);
            } else {
                list.set(i, without(list.get(i), rest));
            }
            return list;
        }
        Map<String, Object> map = map(doc);
        String name = String.valueOf(place.get(0));
        if (rest.isEmpty()) {
            map.remove(name);
        } else if (map.containsKey(name)) {
            map.put(name, without(map.get(name), rest));
        }
        return map;
    }

    private static Map<String, Object> map(Object doc) {
        Map<String, Object> map = new TreeMap<>();
        if (doc instanceof Map<?, ?> given) {
            given.forEach((name, value) -> map.put(String.valueOf(name), value));
        }
        return map;
    }

    /** Places of a path such as {@code acts[].on}: one for each item that there is, whether or not it has the value. */
    static List<List<Object>> places(Object doc, String path) {
        List<List<Object>> places = List.of(List.of());
        for (String name : path.replace("[]", ".[]").split("\\.")) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> place : places) {
                if (name.equals("[]")) {
                    int size = get(doc, place) instanceof List<?> list ? list.size() : 0;
                    for (int i = 0; i < size; i++) {
                        longer.add(and(place, i));
                    }
                } else {
                    longer.add(and(place, name));
                }
            }
            places = longer;
        }
        return places;
    }

    static List<Object> and(List<Object> place, Object step) {
        List<Object> longer = new ArrayList<>(place);
        longer.add(step);
        return longer;
    }

    /** Every value of a document changed. */
    static Object each(Object doc, Shape.Node node, BiFunction<Shape.Leaf, Object, Object> change) {
        if (doc instanceof Map<?, ?> map && node instanceof Shape.Members members) {
            Map<String, Object> changed = new TreeMap<>();
            map.forEach((name, value) ->
                    changed.put(String.valueOf(name), each(value, members.all().get(name), change)));
            return changed;
        }
        if (doc instanceof List<?> list && node instanceof Shape.Items items) {
            List<Object> changed = new ArrayList<>();
            list.forEach(item -> changed.add(each(item, items.each(), change)));
            return changed;
        }
        return node instanceof Shape.Leaf leaf && doc != null ? change.apply(leaf, doc) : doc;
    }

    /** The document with the members of each object in the order of its shape. */
    static Object ordered(Object doc, Shape.Node node) {
        if (doc instanceof Map<?, ?> map && node instanceof Shape.Members members) {
            Map<String, Object> ordered = new LinkedHashMap<>();
            members.all().forEach((name, of) -> {
                if (map.containsKey(name)) {
                    ordered.put(name, ordered(map.get(name), of));
                }
            });
            return ordered;
        }
        if (doc instanceof List<?> list && node instanceof Shape.Items items) {
            List<Object> ordered = new ArrayList<>();
            list.forEach(item -> ordered.add(ordered(item, items.each())));
            return ordered;
        }
        return doc;
    }

    /** How much there is to read. */
    static int size(Object doc) {
        if (doc instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToInt(Doc::size).sum();
        }
        return doc instanceof List<?> list
                ? 1 + list.stream().mapToInt(Doc::size).sum()
                : 1;
    }
}
