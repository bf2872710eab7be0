package fr.optam.analysis;

import fr.optam.rulebook.table.ConditionColumn;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A declaration of the sheet of intents.
 *
 * @param id its id
 * @param place sheet and cell of its id
 * @param kind what it declares
 * @param rows ids of the rows that it is about, or headers for a column; none for all
 * @param limits condition by column
 * @param vague whether a part of it could not be read, which is told at its cell; it then keeps quiet what it may be about
 */
record Intent(
        String id,
        String place,
        IntentKind kind,
        List<String> rows,
        Map<ConditionColumn, Limit> limits,
        boolean vague) {

    Intent(String id, String place, IntentKind kind, List<String> rows, Map<ConditionColumn, Limit> limits) {
        this(id, place, kind, rows, limits, false);
    }

    /** The same without what it says of some columns, which could not be understood. */
    Intent without(Set<ConditionColumn> columns) {
        Map<ConditionColumn, Limit> rest = new HashMap<>(limits);
        rest.keySet().removeAll(columns);
        return new Intent(id, place, kind, rows, rest, true);
    }

    /** How a cell limits its field. */
    enum Mode {
        /** Values that pass the test of the column. */
        PASSING,
        /** Values that don't pass it. */
        EXCEPT,
        /** Exactly these values. */
        EXACTLY
    }

    /**
     * A cell.
     *
     * @param at sheet and cell
     * @param mode how it limits
     * @param operand what the test of the column compares with, or the exact values; null for none
     * @param empty whether the field may be without value
     */
    record Limit(String at, Mode mode, Object operand, boolean empty) {}

    /** The region that it is about. */
    Box box(List<Axis> axes) {
        Box box = Box.whole(axes.size());
        for (Map.Entry<ConditionColumn, Limit> each : limits.entrySet()) {
            for (int i = 0; i < axes.size(); i++) {
                if (axes.get(i).field().equals(each.getKey().field())) {
                    box = box.within(
                            i,
                            atoms(axes.get(i), each.getKey(), each.getValue()),
                            axes.get(i).size());
                }
            }
        }
        return box;
    }

    private static BitSet atoms(Axis axis, ConditionColumn column, Limit limit) {
        BitSet atoms = new BitSet(axis.size());
        if (limit.mode() == Mode.EXACTLY) {
            ((List<?>) limit.operand()).forEach(v -> atoms.set(Math.max(0, axis.atom(v)), axis.atom(v) >= 0));
        } else if (limit.operand() != null) {
            atoms.or(axis.passing(column.test(), limit.operand()));
        }
        if (limit.mode() == Mode.EXCEPT) {
            atoms.flip(0, axis.valued());
        }
        if (axis.mayBeEmpty()) {
            atoms.set(axis.size() - 1, limit.empty());
        }
        return atoms;
    }

    /** Whether it is about these rows; it is about all if it names none. */
    boolean concerns(List<String> ids) {
        return rows.isEmpty() || (vague ? rows.stream().anyMatch(ids::contains) : rows.containsAll(ids));
    }
}
