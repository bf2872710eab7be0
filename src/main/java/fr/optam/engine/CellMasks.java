package fr.optam.engine;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which of some rows a value of one field lets pass, as bits; a row that does not ask the field passes with every value. */
sealed interface CellMasks {
    /** The rows that a value lets pass; not to be changed. */
    long[] of(Object value);

    /** Place of the field among all that are asked. */
    int field();

    /** How many of a thousand rows a value lets pass, on average over the values that the cells tell apart. */
    long ofThousand();

    /**
     * @param field place of the field among all that are asked
     * @param cells by row, its cells of the field; none if it does not ask it
     */
    static CellMasks of(int field, List<List<ConditionCell>> cells) {
        Set<Object> codes = codes(cells);
        if (codes != null) {
            return new Coded(field, cells, codes);
        }
        List<Object> bounds = bounds(cells);
        return bounds.isEmpty() || (long) bounds.size() * cells.size() > Bounded.MOST
                ? new Each(field, cells)
                : new Bounded(field, cells, bounds);
    }

    /** The codes that cells name; null if some cell asks for anything but codes, or a row asks twice. */
    static Set<Object> codes(List<List<ConditionCell>> cells) {
        Set<Object> codes = new HashSet<>();
        for (List<ConditionCell> ofRow : cells) {
            for (ConditionCell cell : ofRow) {
                switch (cell.column().test()) {
                    case AMONG -> codes.addAll((List<?>) cell.operand());
                    case YES -> codes.add(cell.operand());
                    default -> {
                        return null;
                    }
                }
            }
            if (ofRow.size() > 1) {
                return null;
            }
        }
        codes.remove(Test.ANY);
        return codes;
    }

    /** The bounds that cells name, in order and each once; none if they are not all days, all numbers or all hours. */
    private static List<Object> bounds(List<List<ConditionCell>> cells) {
        Set<Class<?>> classes = new HashSet<>();
        for (List<ConditionCell> ofRow : cells) {
            for (ConditionCell cell : ofRow) {
                classes.add(
                        cell.column().test() == Test.AMONG || cell.column().test() == Test.YES
                                ? Test.class
                                : cell.operand().getClass());
            }
        }
        if (classes.size() != 1 || classes.contains(Test.class)) {
            return List.of();
        }
        TreeSet<Object> bounds = new TreeSet<>(CellMasks::order);
        cells.forEach(ofRow -> ofRow.forEach(c -> bounds.add(c.operand())));
        return List.copyOf(bounds);
    }

    private static int order(Object a, Object b) {
        return a instanceof BigDecimal n
                ? n.compareTo((BigDecimal) b)
                : a instanceof LocalDate d ? d.compareTo((LocalDate) b) : ((String) a).compareTo((String) b);
    }

    private static long[] passing(List<List<ConditionCell>> cells, Object value) {
        long[] bits = new long[(cells.size() + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < cells.size(); i++) {
            boolean passes = true;
            for (ConditionCell cell : cells.get(i)) {
                passes &= cell.holdsFor(value);
            }
            if (passes) {
                bits[i / Long.SIZE] |= 1L << i;
            }
        }
        return bits;
    }

    private static long mean(Iterable<long[]> masks, int rows) {
        long passing = 0;
        long all = 0;
        for (long[] mask : masks) {
            passing += Arrays.stream(mask).map(Long::bitCount).sum();
            all += rows;
        }
        return 1000 * passing / all;
    }

    /** Codes, and what is true or false. */
    final class Coded implements CellMasks {
        private static final int KEPT = 1_000;

        private final int field;
        private final List<List<ConditionCell>> cells;
        private final Map<Object, long[]> byCode = new HashMap<>();
        private final Map<String, long[]> bySeveral = new ConcurrentHashMap<>();
        private final long[] others;

        private Coded(int field, List<List<ConditionCell>> cells, Set<Object> codes) {
            this.field = field;
            this.cells = cells;
            this.others = passing(cells, null);
            codes.forEach(code -> byCode.put(code, passing(cells, code)));
        }

        @Override
        public long[] of(Object value) {
            if (value instanceof String code) {
                long[] mask = byCode.get(code);
                return mask != null ? mask : code.indexOf(';') < 0 ? others : several(code);
            }
            return value instanceof Boolean ? byCode.getOrDefault(value, others) : others;
        }

        private long[] several(String codes) {
            long[] known = bySeveral.get(codes);
            if (known == null) {
                known = passing(cells, codes);
                if (bySeveral.size() < KEPT) {
                    bySeveral.put(codes, known);
                }
            }
            return known;
        }

        @Override
        public int field() {
            return field;
        }

        @Override
        public long ofThousand() {
            return CellMasks.mean(byCode.values(), cells.size());
        }
    }

    /** Days, numbers or hours between bounds: at each bound, and between two of them, the same rows pass. */
    final class Bounded implements CellMasks {
        private static final long MOST = 1 << 24;

        private final int field;
        private final int rows;
        private final Object[] bounds;
        private final Class<?> type;
        private final long[][] masks;
        private final long[] others;

        private Bounded(int field, List<List<ConditionCell>> cells, List<Object> bounds) {
            this.field = field;
            this.rows = cells.size();
            this.bounds = bounds.toArray();
            this.type = bounds.get(0).getClass();
            this.others = passing(cells, null);
            this.masks = new long[2 * bounds.size() + 1][others.length];
            for (int i = 0; i < cells.size(); i++) {
                int from = 0;
                int to = masks.length - 1;
                for (ConditionCell cell : cells.get(i)) {
                    int at = 2 * Arrays.binarySearch(this.bounds, cell.operand(), CellMasks::order) + 1;
                    switch (cell.column().test()) {
                        case AT_LEAST -> from = Math.max(from, at);
                        case ABOVE -> from = Math.max(from, at + 1);
                        case AT_MOST -> to = Math.min(to, at);
                        default -> to = Math.min(to, at - 1);
                    }
                }
                for (int place = from; place <= to; place++) {
                    masks[place][i / Long.SIZE] |= 1L << i;
                }
            }
        }

        @Override
        public long[] of(Object value) {
            if (value == null || value.getClass() != type) {
                return others;
            }
            int from = 0;
            int to = bounds.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                int sign = order(value, bounds[middle]);
                if (sign == 0) {
                    return masks[2 * middle + 1];
                }
                if (sign > 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return masks[2 * from];
        }

        @Override
        public int field() {
            return field;
        }

        @Override
        public long ofThousand() {
            return CellMasks.mean(Arrays.asList(masks), rows);
        }
    }

    /** Cells of any other make: each is asked. */
    record Each(int field, List<List<ConditionCell>> cells) implements CellMasks {
        @Override
        public long[] of(Object value) {
            return passing(cells, value);
        }

        @Override
        public long ofThousand() {
            return 1000;
        }
    }
}
