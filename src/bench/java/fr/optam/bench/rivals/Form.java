package fr.optam.bench.rivals;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule table of the rulebook as other engines are given it: for each place of a question at most one cell a row. All
 * that they are told of a table is made of this, and this of the typed table that our engine runs.
 */
final class Form {
    private static final int MINUTES = 60;
    private static final int DECIMALS = 4;

    private final int number;
    private final RuleTable table;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<Row> rows;

    /**
     * A row.
     *
     * @param id its id
     * @param cells what it asks, by place; a place that it does not ask is not there
     */
    record Row(String id, Map<Slot, Slot.Cell> cells) {}

    /**
     * @param number number of the table
     * @param lists fields of which a fact may hold several codes
     */
    Form(int number, RuleTable table, Set<String> lists) {
        this.number = number;
        this.table = table;
        int[] used = new int[Slot.Kind.values().length];
        table.conditions()
                .forEach(c -> slots.computeIfAbsent(c.field(), field -> {
                    Slot.Kind kind = c.test() != Test.AMONG && c.test() != Test.YES
                            ? Slot.Kind.NUMBER
                            : lists.contains(field) ? Slot.Kind.LIST : Slot.Kind.CODE;
                    return new Slot(kind, used[kind.ordinal()]++);
                }));
        this.rows = table.rows().stream().map(this::row).toList();
    }

    int number() {
        return number;
    }

    RuleTable table() {
        return table;
    }

    /** Places by field. */
    Map<String, Slot> slots() {
        return slots;
    }

    List<Row> rows() {
        return rows;
    }

    private Row row(RuleRow row) {
        Map<Slot, Slot.Cell> cells = new LinkedHashMap<>();
        for (ConditionCell cell : row.conditions()) {
            Slot slot = slots.get(cell.column().field());
            Slot.Cell asked = cell(cell);
            if (asked != null) {
                cells.merge(slot, asked, Form::both);
            }
        }
        return new Row(row.id(), cells);
    }

    private static Slot.Cell cell(ConditionCell cell) {
        return switch (cell.column().test()) {
            case AMONG -> {
                List<String> codes = new ArrayList<>();
                ((List<?>) cell.operand()).forEach(c -> codes.add((String) c));
                yield codes.contains(Test.ANY) ? null : new Slot.Codes(codes);
            }
            case YES -> new Slot.Codes(List.of(code(cell.operand())));
            case AT_LEAST -> new Slot.Range(number(cell.operand()), Integer.MAX_VALUE);
            case ABOVE -> new Slot.Range(number(cell.operand()) + 1, Integer.MAX_VALUE);
            case AT_MOST -> new Slot.Range(Integer.MIN_VALUE, number(cell.operand()));
            case BELOW -> new Slot.Range(Integer.MIN_VALUE, number(cell.operand()) - 1);
        };
    }

    private static Slot.Cell both(Slot.Cell a, Slot.Cell b) {
        if (a instanceof Slot.Range x && b instanceof Slot.Range y) {
            return new Slot.Range(Math.max(x.from(), y.from()), Math.min(x.to(), y.to()));
        }
        throw new IllegalArgumentException("two columns of codes for one field: " + a + ", " + b);
    }

    /**
     * Puts the fields of a fact where the table's engine forms read them.
     *
     * @return false if a number is absent, which a bean of numbers cannot say
     */
    boolean fill(Question question, Map<String, Object> values) {
        for (Map.Entry<String, Slot> entry : slots.entrySet()) {
            Object value = values.get(entry.getKey());
            Slot slot = entry.getValue();
            if (slot.kind() == Slot.Kind.NUMBER) {
                if (value == null) {
                    return false;
                }
                question.numbers[slot.index()] = number(value);
            } else if (value != null && slot.kind() == Slot.Kind.LIST) {
                question.lists[slot.index()] = List.of(code(value).split(";"));
            } else if (value != null) {
                question.codes[slot.index()] = code(value);
            }
        }
        return true;
    }

    private static String code(Object value) {
        return value instanceof Boolean yes ? (yes ? "OUI" : "NON") : String.valueOf(value);
    }

    private static int number(Object value) {
        if (value instanceof LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }
        if (value instanceof BigDecimal n) {
            return n.movePointRight(DECIMALS).intValueExact();
        }
        String time = (String) value;
        return Integer.parseInt(time.substring(0, 2)) * MINUTES + Integer.parseInt(time.substring(3));
    }
}
