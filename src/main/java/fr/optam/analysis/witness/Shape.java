package fr.optam.analysis.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What facts may look like: the JSON Schema of a practitioner-year, as far as it helps to write facts. */
final class Shape {
    /** A place of the document. */
    sealed interface Node {}

    /** An object with its members, and those that it must have. */
    record Members(Map<String, Node> all, Set<String> required) implements Node {}

    /** A list of things of one shape. */
    record Items(Node each) implements Node {}

    /**
     * A value.
     *
     * @param type what it holds
     * @param codes values of which it is one; empty if any of the type will do
     * @param pattern form of a text
     * @param nullable whether it may be null
     */
    record Leaf(Type type, List<Object> codes, Optional<Pattern> pattern, boolean nullable) implements Node {}

    /** What a value holds. */
    enum Type {
        CODE,
        TEXT,
        DAY,
        NUMBER,
        WHOLE,
        FLAG
    }

    private final Map<?, ?> schema;
    private final Node root;

    private Shape(Map<?, ?> schema) {
        this.schema = schema;
        this.root = node(schema);
    }

    /**
     * Reads the schema.
     *
     * @param schema the JSON Schema as maps, lists, texts and numbers
     */
    static Shape of(Map<?, ?> schema) {
        return new Shape(schema);
    }

    Node root() {
        return root;
    }

    /** The place of a path such as {@code acts[].on}; empty if facts have no such place. */
    Optional<Node> at(String path) {
        Node node = root;
        for (String name : path.replace("[]", ".[]").split("\\.")) {
            if (node instanceof Items items && name.equals("[]")) {
                node = items.each();
            } else if (node instanceof Members members && members.all().containsKey(name)) {
                node = members.all().get(name);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    private Node node(Map<?, ?> given) {
        if (given.get("$ref") instanceof String ref) {
            Object at = schema;
            for (String name : ref.substring(2).split("/")) {
                at = ((Map<?, ?>) at).get(name);
            }
            return node((Map<?, ?>) at);
        }
        if (given.get("properties") instanceof Map<?, ?> properties) {
            Map<String, Node> all = new LinkedHashMap<>();
            properties.forEach((name, of) -> all.put(String.valueOf(name), node((Map<?, ?>) of)));
            Set<String> required = new TreeSet<>(names(given.get("required")));
            if (given.get("oneOf") instanceof List<?> either) {
                required.addAll(names(((Map<?, ?>) either.get(0)).get("required")));
            }
            return new Members(all, required);
        }
        if (given.get("items") instanceof Map<?, ?> items) {
            return new Items(node(items));
        }
        return leaf(given);
    }

    private static List<String> names(Object list) {
        return list instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
    }

    private Leaf leaf(Map<?, ?> given) {
        for (String either : List.of("anyOf", "allOf")) {
            if (given.get(either) instanceof List<?> kinds) {
                return either(kinds);
            }
        }
        if (given.containsKey("const")) {
            return new Leaf(Type.CODE, List.of(given.get("const")), Optional.empty(), false);
        }
        if (given.get("enum") instanceof List<?> codes) {
            return new Leaf(Type.CODE, new ArrayList<>(codes), Optional.empty(), false);
        }
        Optional<Pattern> pattern =
                given.get("pattern") instanceof String p ? Optional.of(Pattern.compile(p)) : Optional.empty();
        Type type =
                switch (String.valueOf(given.get("type"))) {
                    case "boolean" -> Type.FLAG;
                    case "integer" -> Type.WHOLE;
                    case "number" -> Type.NUMBER;
                    default -> "date".equals(given.get("format")) ? Type.DAY : Type.TEXT;
                };
        return new Leaf(type, List.of(), pattern, false);
    }

    private Leaf either(List<?> kinds) {
        boolean nullable = false;
        boolean number = false;
        Leaf first = new Leaf(Type.TEXT, List.of(), Optional.empty(), false);
        for (int i = kinds.size() - 1; i >= 0; i--) {
            Map<?, ?> kind = (Map<?, ?>) kinds.get(i);
            if ("null".equals(kind.get("type"))) {
                nullable = true;
            } else if (node(kind) instanceof Leaf leaf) {
                number |= leaf.type() == Type.NUMBER;
                first = leaf;
            }
        }
        return new Leaf(number ? Type.NUMBER : first.type(), first.codes(), first.pattern(), nullable);
    }
}
