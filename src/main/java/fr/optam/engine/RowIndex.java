package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the rows of rule tables that hold for a fact without asking row after row: many rows are parted by the codes of
 * the field that tells most of them apart; the few that are left are bits, of which each field keeps those it lets pass.
 * It says what the cells of the rows say, and nothing else: {@link RuleRow#matches} is the reference.
 */
final class RowIndex {
    private static final int COPIES = 4;
    private static final int GAIN = 2;

    private final List<RuleRow> rows;
    private final FieldRef[] fields;
    private final Node root;

    /** @param rows what is found, in the order in which it is told */
    RowIndex(List<RuleRow> rows) {
        this.rows = List.copyOf(rows);
        this.fields = rows.stream()
                .flatMap(r -> r.conditions().stream())
                .map(c -> c.column().field())
                .distinct()
                .sorted()
                .map(FieldRef::new)
                .toArray(FieldRef[]::new);
        int[] numbers = new int[rows.size()];
        Arrays.setAll(numbers, i -> i);
        this.root = node(numbers, (long) COPIES * numbers.length);
    }

    /**
     * Rows that hold for a fact, in their order and each once.
     *
     * @return their numbers; null if a field that some row asks is unknown, so that not the rows alone say what follows
     */
    int[] find(Fact fact) {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < values.length; i++) {
            Object value = fields[i].value(fact);
            if (value instanceof Unknown) {
                return null;
            }
            values[i] = value;
        }
        return root.find(values);
    }

    /** Some of the rows. */
    interface Node {
        /** Numbers of those that hold for values, each at the place of its field, in order. */
        int[] find(Object[] values);
    }

    /**
     * @param numbers rows
     * @param copies how many rows all parts together may have
     */
    private Node node(int[] numbers, long copies) {
        Parted best = numbers.length <= Long.SIZE
                ? null
                : IntStream.range(0, fields.length)
                        .mapToObj(field -> parted(field, numbers))
                        .filter(p -> p != null && p.copies() <= copies && p.mean() * GAIN <= numbers.length)
                        .min(Comparator.comparingLong(Parted::mean))
                        .orElse(null);
        if (best == null) {
            return leaf(numbers);
        }
        Map<Object, Node> nodes = new HashMap<>();
        best.byCode().forEach((code, some) -> nodes.put(code, node(some, copies * some.length / best.copies())));
        return new Split(best.field(), nodes, node(best.others(), copies * best.others().length / best.copies()));
    }

    /** Rows by the code that a field may have, and those of any other value. */
    private record Parted(int field, Map<Object, int[]> byCode, int[] others) {
        long copies() {
            return others.length
                    + byCode.values().stream().mapToLong(some -> some.length).sum();
        }

        long mean() {
            return copies() / (byCode.size() + 1);
        }
    }

    private Parted parted(int field, int[] numbers) {
        List<List<ConditionCell>> cells = cells(field, numbers);
        Set<Object> codes = CellMasks.codes(cells);
        if (codes == null || codes.isEmpty()) {
            return null;
        }
        Map<Object, int[]> byCode = new HashMap<>();
        codes.forEach(code -> byCode.put(code, passing(cells, numbers, code)));
        return new Parted(field, byCode, passing(cells, numbers, null));
    }

    private List<List<ConditionCell>> cells(int field, int[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(n -> rows.get(n).conditions().stream()
                        .filter(c -> c.column().field().equals(fields[field].name()))
                        .toList())
                .toList();
    }

    private static int[] passing(List<List<ConditionCell>> cells, int[] numbers, Object value) {
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            if (cells.get(i).stream().allMatch(c -> c.holdsFor(value))) {
                some.add(numbers[i]);
            }
        }
        return some.stream().mapToInt(Integer::intValue).toArray();
    }

    private Node leaf(int[] numbers) {
        List<CellMasks> masks = new ArrayList<>();
        for (int field = 0; field < fields.length; field++) {
            List<List<ConditionCell>> cells = cells(field, numbers);
            if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                masks.add(CellMasks.of(field, cells));
            }
        }
        masks.sort(Comparator.comparingLong(CellMasks::ofThousand));
        return new RowBits(numbers, masks.toArray(CellMasks[]::new));
    }

    /** Rows parted by the codes of one field. */
    private record Split(int field, Map<Object, Node> byCode, Node others) implements Node {
        @Override
        public int[] find(Object[] values) {
            Object value = values[field];
            if (value instanceof String several && several.indexOf(';') >= 0) {
                Set<Node> nodes = new LinkedHashSet<>();
                for (String code : several.split(";")) {
                    nodes.add(byCode.getOrDefault(code, others));
                }
                nodes.add(others);
                return nodes.stream()
                        .flatMapToInt(node -> Arrays.stream(node.find(values)))
                        .sorted()
                        .distinct()
                        .toArray();
            }
            return (value instanceof String || value instanceof Boolean ? byCode.getOrDefault(value, others) : others)
                    .find(values);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
