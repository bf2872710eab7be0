package fr.optam.analysis.witness;

import fr.optam.engine.Observed;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule table is to be asked.
 *
 * @param table the table
 * @param fields what the value of each field must be; a field that is not named may be anything
 * @param rows ids of rows that must apply
 * @param only whether no other row of the table may apply
 */
public record Goal(RuleTable table, Map<String, Wanted> fields, Set<String> rows, boolean only) {

    /** Copies both, and wants of each field what the rows want of it too. */
    public Goal {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (ConditionColumn column : table.conditions()) {
            wanted.putIfAbsent(column.field(), fields.getOrDefault(column.field(), new Wanted.Any()));
        }
        for (RuleRow row : table.rows()) {
            if (rows.contains(row.id())) {
                of(row).forEach((field, more) -> wanted.merge(field, more, Wanted::both));
            }
        }
        fields = java.util.Collections.unmodifiableMap(wanted);
        rows = Set.copyOf(rows);
    }

    /** That exactly one row applies. */
    public static Goal row(RuleTable table, String row) {
        return new Goal(table, Map.of(), Set.of(row), true);
    }

    /** That some rows apply together, whatever others do. */
    public static Goal rows(RuleTable table, Set<String> rows) {
        return new Goal(table, Map.of(), rows, false);
    }

    /** That no row applies, though every field has a value. */
    public static Goal gap(RuleTable table, Map<String, Wanted> fields) {
        Map<String, Wanted> known = new LinkedHashMap<>();
        table.conditions()
                .forEach(c -> known.put(
                        c.field(), Wanted.both(fields.getOrDefault(c.field(), new Wanted.Any()), new Wanted.Known())));
        return new Goal(table, known, Set.of(), true);
    }

    /** What the cells of a row want of each field. */
    static Map<String, Wanted> of(RuleRow row) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        Map<String, Object> low = new LinkedHashMap<>();
        for (ConditionCell cell : row.conditions()) {
            wanted.merge(cell.column().field(), of(cell), Wanted::both);
            if (cell.operand() != null && isLower(cell.column().test())) {
                low.put(cell.column().field(), cell);
            }
        }
        for (ConditionCell cell : row.conditions()) {
            if (low.get(cell.column().field()) instanceof ConditionCell from
                    && isUpper(cell.column().test())) {
                Wanted range = new Wanted.Between(
                        Optional.of(from.operand()),
                        from.column().test() == Test.AT_LEAST,
                        Optional.of(cell.operand()),
                        cell.column().test() == Test.AT_MOST);
                wanted.put(cell.column().field(), range);
            }
        }
        return wanted;
    }

    private static boolean isLower(Test test) {
        return test == Test.AT_LEAST || test == Test.ABOVE;
    }

    private static boolean isUpper(Test test) {
        return test == Test.AT_MOST || test == Test.BELOW;
    }

    private static Wanted of(ConditionCell cell) {
        Test test = cell.column().test();
        if (test == Test.AMONG) {
            Set<String> codes = new LinkedHashSet<>();
            ((List<?>) cell.operand()).forEach(c -> codes.add(String.valueOf(c)));
            return codes.contains(Test.ANY) ? new Wanted.Any() : new Wanted.Codes(codes);
        }
        if (test == Test.YES) {
            return new Wanted.Flag((Boolean) cell.operand());
        }
        return isLower(test)
                ? new Wanted.Between(Optional.of(cell.operand()), test == Test.AT_LEAST, Optional.empty(), false)
                : new Wanted.Between(Optional.empty(), false, Optional.of(cell.operand()), test == Test.AT_MOST);
    }

    /** What is not as wanted, by field; empty if all is. */
    Map<String, Wanted> misses(Observed observed) {
        Map<String, Wanted> misses = new LinkedHashMap<>();
        fields.forEach((field, wanted) -> {
            if (!wanted.holds(observed.values().get(field))) {
                misses.put(field, wanted);
            }
        });
        if (only && misses.isEmpty()) {
            table.rows().stream()
                    .filter(r -> !rows.contains(r.id()) && observed.matches(r))
                    .forEach(r -> avoid(r, misses));
        }
        return misses;
    }

    /** To keep a row from applying, one of its conditions must fail. */
    private void avoid(RuleRow row, Map<String, Wanted> misses) {
        for (ConditionCell cell : row.conditions()) {
            misses.put(
                    cell.column().field(),
                    Wanted.both(
                            fields.get(cell.column().field()),
                            new Wanted.Past(cell, cuts(cell.column().field()))));
        }
    }

    /** Values at and beside what the cells of a field compare with. */
    List<Object> cuts(String field) {
        Set<Object> cuts = new LinkedHashSet<>();
        for (RuleRow row : table.rows()) {
            for (ConditionCell cell : row.conditions()) {
                if (cell.column().field().equals(field)) {
                    cuts.addAll(cell.operand() instanceof List<?> codes ? codes : Scale.around(cell.operand()));
                }
            }
        }
        cuts.remove(Test.ANY);
        return List.copyOf(cuts);
    }

    /** How far from the goal: the number of fields that are not as wanted. */
    int cost(Observed observed) {
        int open = 0;
        for (Map.Entry<String, Wanted> each : fields.entrySet()) {
            open += each.getValue().holds(observed.values().get(each.getKey())) ? 0 : 1;
        }
        return open > 0 ? open : only && observed.matching().stream().anyMatch(r -> !rows.contains(r.id())) ? 1 : 0;
    }

    /** Ids of the rows of the table that apply to what was observed. */
    static List<String> applying(Observed observed) {
        return observed.matching().stream().map(RuleRow::id).toList();
    }
}
