package fr.optam.compare;

import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a rule table by what they say, wherever they stand. */
final class TableColumns {
    /** Technical name of the column that says how sure a row is. */
    static final String CONFIDENCE = "confidence";

    /** What people call it. */
    static final String CONFIDENCE_HEADER = "Confiance";

    private final Map<String, ConditionColumn> conditions = new LinkedHashMap<>();
    private final Map<String, ActionColumn> actions = new LinkedHashMap<>();
    private final Map<Integer, String> keys = new HashMap<>();

    TableColumns(RuleTable table) {
        for (ConditionColumn column : table.conditions()) {
            String test = column.field() + " " + column.test();
            String key = test;
            for (int n = 2; conditions.containsKey(key); n++) {
                key = test + " " + n;
            }
            conditions.put(key, column);
            keys.put(column.number(), key);
        }
        for (ActionColumn column : table.actions()) {
            String key = column.field();
            for (int n = 2; actions.containsKey(key); n++) {
                key = column.field() + " " + n;
            }
            actions.put(key, column);
            keys.put(column.number(), key);
        }
    }

    /**
     * What a cell says.
     *
     * @param text as shown
     * @param means what the program reads in it; equal for cells that say the same
     * @param cell the cell, of a condition or an outcome
     */
    record Said(String text, Object means, Object cell) {
        /** An empty cell. */
        static final Said NOTHING = new Said("", "", null);
    }

    /** Whether rows can stand in both tables: of outcomes the order counts too, for the first tells what a row is about. */
    boolean isLike(TableColumns other) {
        return conditions.keySet().equals(other.conditions.keySet())
                && List.copyOf(actions.keySet()).equals(List.copyOf(other.actions.keySet()))
                && actions.keySet().stream()
                        .allMatch(k -> actions.get(k).computed()
                                == other.actions.get(k).computed());
    }

    /** Their keys: conditions, then outcomes. */
    List<String> keys() {
        List<String> all = new ArrayList<>(conditions.keySet());
        all.addAll(actions.keySet());
        return all;
    }

    int number(String key) {
        return conditions.containsKey(key)
                ? conditions.get(key).number()
                : actions.get(key).number();
    }

    String header(String key) {
        return conditions.containsKey(key)
                ? conditions.get(key).header()
                : actions.get(key).header();
    }

    /** The cells of a row of the table by key. */
    Map<String, Said> cells(RuleRow row) {
        Map<String, Said> cells = new HashMap<>();
        for (ConditionCell cell : row.conditions()) {
            cells.put(keys.get(cell.column().number()), new Said(cell.text(), means(cell.operand()), cell));
        }
        for (ActionCell cell : row.actions()) {
            cells.put(keys.get(cell.column().number()), new Said(cell.text(), cell.text(), cell));
        }
        return cells;
    }

    private static Object means(Object operand) {
        return operand instanceof BigDecimal n
                ? n.stripTrailingZeros()
                : operand instanceof List<?> codes ? Set.copyOf(codes) : operand;
    }
}
