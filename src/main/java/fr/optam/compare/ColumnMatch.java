package fr.optam.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which column of one sheet is which of another: by technical name, else by header. */
final class ColumnMatch {
    /** A column on both sides. */
    record Pair(Grid.Column before, Grid.Column after) {}

    private final Grid before;
    private final Grid after;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> namesBefore = new HashMap<>();

    private ColumnMatch(Grid before, Grid after) {
        this.before = before;
        this.after = after;
    }

    static ColumnMatch of(Grid before, Grid after) {
        ColumnMatch match = new ColumnMatch(before, after);
        for (Grid.Column column : after.columns()) {
            if (before.column(column.key()).isPresent()) {
                match.pair(column.key(), column.key());
            }
        }
        for (Grid.Column column : after.columns()) {
            if (!match.names.containsKey(column.key()) && !column.header().isEmpty()) {
                before.columns().stream()
                        .filter(c -> !match.namesBefore.containsKey(c.key())
                                && c.header().equals(column.header()))
                        .findFirst()
                        .ifPresent(c -> match.pair(c.key(), column.key()));
            }
        }
        if (after.shape() == Grid.Shape.NAMED) {
            match.removed().forEach(column -> match.added().stream()
                    .filter(c -> c.number() == column.number())
                    .findFirst()
                    .ifPresent(c -> match.pair(column.key(), c.key())));
        }
        return match;
    }

    private void pair(String from, String to) {
        names.put(to, from);
        namesBefore.put(from, to);
    }

    /** Columns on both sides, in the order after. */
    List<Pair> pairs() {
        return after.columns().stream()
                .filter(c -> names.containsKey(c.key()))
                .map(c -> new Pair(before.column(names.get(c.key())).orElseThrow(), c))
                .toList();
    }

    /** Columns that only the sheet after has. */
    List<Grid.Column> added() {
        return after.columns().stream().filter(c -> !names.containsKey(c.key())).toList();
    }

    /** Columns that only the sheet before has. */
    List<Grid.Column> removed() {
        return before.columns().stream()
                .filter(c -> !namesBefore.containsKey(c.key()))
                .toList();
    }

    /** The fewest columns that must have moved. */
    List<Pair> moved() {
        List<Pair> pairs = pairs();
        TreeSet<Integer> moved =
                Sequences.moved(pairs.stream().map(p -> p.before().number()).toList());
        return moved.stream().map(pairs::get).toList();
    }

    /** The key after of a column before; letters of free cells stay what they are. */
    Optional<String> after(String key) {
        return key.startsWith("@") && !namesBefore.containsKey(key)
                ? Optional.of(key)
                : Optional.ofNullable(namesBefore.get(key));
    }

    /** The key before of a column after, likewise. */
    Optional<String> before(String key) {
        return key.startsWith("@") && !names.containsKey(key) ? Optional.of(key) : Optional.ofNullable(names.get(key));
    }

    /** What a row before says but its id, in the columns of both sides. */
    Map<String, CellValue> content(Grid.Row row) {
        Map<String, CellValue> content = new TreeMap<>();
        row.cells()
                .forEach((key, value) ->
                        after(key).filter(k -> !k.equals(after.idKey())).ifPresent(k -> content.put(k, value)));
        return content;
    }

    /** What a row after says but its id, in the columns of both sides. */
    Map<String, CellValue> contentAfter(Grid.Row row) {
        Map<String, CellValue> content = new TreeMap<>(row.cells());
        content.keySet().removeIf(k -> k.equals(after.idKey()) || !k.startsWith("@") && !names.containsKey(k));
        return content;
    }

    /** How alike two rows are, from 0 to 100. */
    int likeness(Grid.Row from, Grid.Row to) {
        Map<String, CellValue> one = content(from);
        Map<String, CellValue> other = contentAfter(to);
        Set<String> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        int sum = 0;
        for (String key : keys) {
            sum += one.getOrDefault(key, CellValue.NONE).likeness(other.getOrDefault(key, CellValue.NONE));
        }
        return keys.isEmpty() ? 0 : sum / keys.size();
    }
}
