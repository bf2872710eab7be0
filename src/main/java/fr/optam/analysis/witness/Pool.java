package fr.optam.analysis.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values and items that facts are known to have, and made-up ones where none is known. */
final class Pool {
    private static final int MOST = 80;
    private static final int MOST_ITEMS = 6;
    /** A piece of a form: a class or a character, and how often it must be there at least. */
    private static final Pattern PIECE =
            Pattern.compile("(\\[[^\\]]+\\]|[^\\[\\](){}|^$?])(?:\\{([0-9]+)[^}]*\\}|([*?]))?");

    private final Shape shape;
    private final Map<String, Set<Object>> values = new HashMap<>();
    private final Map<String, Map<Set<?>, Object>> items = new HashMap<>();

    Pool(Shape shape) {
        this.shape = shape;
    }

    /** Learns the values of one document. */
    void learn(Object doc) {
        learn("", doc);
    }

    private void learn(String path, Object at) {
        if (at instanceof Map<?, ?> map) {
            map.forEach((name, value) -> learn(path.isEmpty() ? String.valueOf(name) : path + "." + name, value));
        } else if (at instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> members) {
                    Map<Set<?>, Object> known = items.computeIfAbsent(path, p -> new LinkedHashMap<>());
                    if (known.size() < MOST_ITEMS) {
                        known.putIfAbsent(members.keySet(), item);
                    }
                }
                learn(path + "[]", item);
            }
        } else if (at != null) {
            Set<Object> known = values.computeIfAbsent(path, p -> new LinkedHashSet<>());
            if (known.size() < MOST) {
                known.add(at);
            }
        }
    }

    /** Values known for a path. */
    Set<Object> values(String path) {
        return values.getOrDefault(path, Set.of());
    }

    /** Items to add to a list: known ones with different members, else one made up. */
    List<Object> items(String path) {
        Map<Set<?>, Object> known = items.getOrDefault(path, Map.of());
        if (!known.isEmpty() || shape.at(path + "[]").isEmpty()) {
            return new ArrayList<>(known.values());
        }
        Shape.Node node = shape.at(path + "[]").orElseThrow();
        return List.of(made(node, path + "[]", false), made(node, path + "[]", true));
    }

    /** Facts made up: the least, then the least with one item or part more, as much as fits together. */
    Object most(java.util.function.Predicate<Object> fits) {
        Object doc = made(shape.root(), "", true);
        if (shape.root() instanceof Shape.Members members) {
            for (Map.Entry<String, Shape.Node> part : members.all().entrySet()) {
                if (members.required().contains(part.getKey()) && part.getValue() instanceof Shape.Leaf) {
                    continue;
                }
                List<Object> ways = part.getValue() instanceof Shape.Items
                        ? items(part.getKey()).stream()
                                .map(i -> (Object) List.of(i))
                                .toList()
                        : List.of(made(part.getValue(), part.getKey(), false));
                for (Object way : ways) {
                    Object more = Doc.with(doc, List.of(part.getKey()), way);
                    if (fits.test(more)) {
                        doc = more;
                        break;
                    }
                }
            }
        }
        return doc;
    }

    /**
     * Something of a shape.
     *
     * @param least whether only what must be there
     */
    Object made(Shape.Node node, String path, boolean least) {
        if (node instanceof Shape.Members members) {
            Map<String, Object> made = new TreeMap<>();
            members.all().forEach((name, of) -> {
                boolean needed = members.required().contains(name);
                if (needed || (!least && !(of instanceof Shape.Items))) {
                    made.put(name, made(of, path.isEmpty() ? name : path + "." + name, least));
                }
            });
            return made;
        }
        if (node instanceof Shape.Leaf leaf) {
            return values(path).stream().findFirst().orElseGet(() -> made(leaf));
        }
        return List.of();
    }

    private static Object made(Shape.Leaf leaf) {
        if (!leaf.codes().isEmpty()) {
            return leaf.codes().get(0);
        }
        return switch (leaf.type()) {
            case DAY -> "2020-06-15";
            case NUMBER -> "1.00";
            case WHOLE -> 2020;
            case FLAG -> Boolean.FALSE;
            default -> leaf.pattern().map(p -> ofForm(p.pattern())).orElse("x");
        };
    }

    /** The plainest text of a form: of several ways the first, of each class the first. */
    static String ofForm(String form) {
        String plain = form.replaceAll("^\\^\\(?", "").split("\\|", 2)[0];
        StringBuilder text = new StringBuilder();
        Matcher piece = PIECE.matcher(plain);
        while (piece.find()) {
            String what = piece.group(1);
            int times = piece.group(2) != null ? Integer.parseInt(piece.group(2)) : piece.group(3) != null ? 0 : 1;
            text.append((what.startsWith("[") ? what.substring(1, 2) : what).repeat(times));
        }
        return text.toString();
    }
}
