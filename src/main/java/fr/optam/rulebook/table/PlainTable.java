package fr.optam.rulebook.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A dated list: parameters and codes that rules look up. Its rows are facts, not rules. */
public final class PlainTable {
    private final String name;
    private final String file;
    private final List<Column> columns;
    private final List<PlainRow> rows;
    private final Map<List<String>, Map<List<Object>, List<PlainRow>>> indexes = new ConcurrentHashMap<>();
    private final Optional<TableWatch> watch;

    /**
     * @param name path below {@code decision-tables} without ending
     * @param file path of the workbook below the rulebook
     * @param columns columns in their order
     * @param rows rows in their order
     */
    public PlainTable(String name, String file, List<Column> columns, List<PlainRow> rows) {
        this(name, file, columns, rows, Optional.empty());
    }

    private PlainTable(
            String name, String file, List<Column> columns, List<PlainRow> rows, Optional<TableWatch> watch) {
        this.watch = watch;
        this.name = name;
        this.file = file;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /** Path below {@code decision-tables} without ending, {@code reference/options}. */
    public String name() {
        return name;
    }

    /** Path of the workbook below the rulebook. */
    public String file() {
        return file;
    }

    /** Columns in their order. */
    public List<Column> columns() {
        return columns;
    }

    /** Rows in their order. */
    public List<PlainRow> rows() {
        return rows;
    }

    /** The column of a name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** The same list with other rows. */
    public PlainTable with(List<PlainRow> others) {
        return new PlainTable(name, file, columns, others, watch);
    }

    /** The same list, whose every search is told. */
    public PlainTable watched(TableWatch by) {
        return new PlainTable(name, file, columns, rows, Optional.of(by));
    }

    /**
     * The rows whose key columns hold given values.
     *
     * @param keys names of the key columns
     * @param values values wanted, in the same order; {@code ""} wants an empty cell
     */
    public List<PlainRow> find(List<String> keys, List<Object> values) {
        return search(keys).find(values);
    }

    /** The rows whose key columns hold given values and that are valid on a day. */
    public List<PlainRow> find(List<String> keys, List<Object> values, LocalDate day) {
        return search(keys).find(values, day);
    }

    /** A search by given key columns, for whoever makes it often. */
    public Search search(List<String> keys) {
        return new Search(List.copyOf(keys));
    }

    /** Searches by the same key columns; they are indexed with the first. */
    public final class Search {
        private final List<String> keys;
        private Map<List<Object>, List<PlainRow>> index;

        private Search(List<String> keys) {
            this.keys = keys;
        }

        /** The rows whose key columns hold given values, whatever their validity. */
        public List<PlainRow> find(List<Object> values) {
            if (watch.isPresent()) {
                watch.get().found(PlainTable.this, keys, values, Optional.empty());
            }
            return holding(values);
        }

        /** The rows whose key columns hold given values and that are valid on a day. */
        public List<PlainRow> find(List<Object> values, LocalDate day) {
            if (watch.isPresent()) {
                watch.get().found(PlainTable.this, keys, values, Optional.of(day));
            }
            List<PlainRow> found = holding(values);
            for (int i = 0; i < found.size(); i++) {
                if (!found.get(i).citation().validOn(day)) {
                    return found.stream().filter(r -> r.citation().validOn(day)).toList();
                }
            }
            return found;
        }

        private List<PlainRow> holding(List<Object> values) {
            if (index == null) {
                index = indexes.computeIfAbsent(keys, PlainTable.this::index);
            }
            List<PlainRow> found = index.get(values);
            return found == null ? List.of() : found;
        }
    }

    private Map<List<Object>, List<PlainRow>> index(List<String> keys) {
        Map<List<Object>, List<PlainRow>> index = new HashMap<>();
        for (PlainRow row : rows) {
            List<Object> key = new ArrayList<>();
            for (String column : keys) {
                key.add(normal(Objects.requireNonNullElse(row.values().get(column), "")));
            }
            index.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return index;
    }

    /** Numbers that are equal look the same whatever their scale. */
    public static Object normal(Object value) {
        return value instanceof java.math.BigDecimal n ? n.stripTrailingZeros() : value;
    }
}
