package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Test;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule table says of a fact with unknown fields when no row applies for certain: whatever the unknown fields were,
 * would the same rows' outcome follow? Then it follows. Else its outcome fields are unknown for want of those facts.
 */
final class UndecidedTables {
    private static final int MAX_WORLDS = 4096;

    private final Map<Stage, List<RuleTable>> tables = new HashMap<>();

    UndecidedTables(Rulebook rulebook) {
        this(rulebook.tables().values());
    }

    /** @param some the tables that are asked */
    UndecidedTables(Collection<RuleTable> some) {
        some.forEach(
                t -> tables.computeIfAbsent(t.stage(), s -> new ArrayList<>()).add(t));
    }

    List<RuleTable> of(Stage stage) {
        return tables.getOrDefault(stage, List.of());
    }

    /** What a table leaves open for a fact: rows that follow all the same, or facts that it lacks, or nothing. */
    record Verdict(List<RuleRow> rows, Unknown lacks) {}

    Verdict decide(RuleTable table, Fact fact) {
        Map<String, Unknown> unknown = unknownFields(table, fact);
        List<RuleRow> possible = unknown.isEmpty() ? List.of() : possible(table, fact, unknown.keySet());
        if (possible.isEmpty()) {
            return new Verdict(List.of(), null);
        }
        Set<String> used = new TreeSet<>();
        possible.forEach(r -> r.conditions().forEach(c -> used.add(c.column().field())));
        used.retainAll(unknown.keySet());
        Unknown lacks = used.stream().map(unknown::get).reduce(Unknown::and).orElseThrow();
        return certain(possible, List.copyOf(used), unknown)
                .map(rows -> new Verdict(rows, null))
                .orElse(new Verdict(List.of(), lacks));
    }

    private static Map<String, Unknown> unknownFields(RuleTable table, Fact fact) {
        Map<String, Unknown> unknown = new HashMap<>();
        table.conditions().forEach(c -> {
            if (fact.value(c.field()) instanceof Unknown u) {
                unknown.put(c.field(), u);
            }
        });
        return unknown;
    }

    private static List<RuleRow> possible(RuleTable table, Fact fact, Set<String> unknown) {
        return table.rows().stream()
                .filter(r -> r.conditions().stream()
                        .allMatch(c -> unknown.contains(c.column().field()) || c.holds(fact)))
                .toList();
    }

    /** Rows that follow, with one outcome, whatever the unknown is; no row if none ever follows; nothing if it depends. */
    private static Optional<List<RuleRow>> certain(
            List<RuleRow> possible, List<String> fields, Map<String, Unknown> unknown) {
        List<Map<String, Object>> worlds = List.of(Map.of());
        for (String field : fields) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Object value : values(field, possible, unknown.get(field))) {
                for (Map<String, Object> world : worlds) {
                    Map<String, Object> wider = new HashMap<>(world);
                    wider.put(field, value);
                    next.add(wider);
                }
            }
            worlds = next;
            if (worlds.size() > MAX_WORLDS) {
                return Optional.empty();
            }
        }
        return agreed(possible, fields, worlds);
    }

    private static Optional<List<RuleRow>> agreed(
            List<RuleRow> possible, List<String> fields, List<Map<String, Object>> worlds) {
        Set<RuleRow> all = new LinkedHashSet<>();
        Set<Set<String>> outcomes = new HashSet<>();
        for (Map<String, Object> world : worlds) {
            Set<String> outcome = new TreeSet<>();
            for (RuleRow row : possible) {
                if (row.conditions().stream()
                        .allMatch(c -> !fields.contains(c.column().field())
                                || c.holdsFor(world.get(c.column().field())))) {
                    all.add(row);
                    outcome.add(outcome(row));
                }
            }
            outcomes.add(outcome);
        }
        return outcomes.size() == 1 && outcomes.iterator().next().size() <= 1
                ? Optional.of(List.copyOf(all))
                : Optional.empty();
    }

    private static String outcome(RuleRow row) {
        StringBuilder text = new StringBuilder();
        for (ActionCell action : row.actions()) {
            text.append(action.column().field())
                    .append('=')
                    .append(action.text())
                    .append(';');
        }
        return text.toString();
    }

    /** One value for every way in which the cells of a field can tell values apart. */
    private static Set<Object> values(String field, List<RuleRow> rows, Unknown unknown) {
        Set<Object> ends = new LinkedHashSet<>(unknown.possible());
        if (!ends.isEmpty() && !isRange(unknown.possible())) {
            return ends;
        }
        Set<Object> values = new LinkedHashSet<>();
        for (RuleRow row : rows) {
            for (ConditionCell cell : row.conditions()) {
                if (cell.column().field().equals(field)) {
                    around(cell, values);
                }
            }
        }
        if (!ends.isEmpty()) {
            values.removeIf(v -> !within(v, unknown.possible()));
            values.addAll(ends);
        }
        return values;
    }

    /** Two numbers are the ends of a range: what lies between them is possible too. */
    private static boolean isRange(List<Object> possible) {
        return possible.size() == 2 && possible.get(0) instanceof BigDecimal && possible.get(1) instanceof BigDecimal;
    }

    private static boolean within(Object value, List<Object> range) {
        return value instanceof BigDecimal n
                && n.compareTo((BigDecimal) range.get(0)) > 0
                && n.compareTo((BigDecimal) range.get(1)) < 0;
    }

    private static void around(ConditionCell cell, Set<Object> values) {
        if (cell.column().test() == Test.AMONG) {
            values.addAll((List<?>) cell.operand());
            values.add("\0other");
        } else if (cell.column().test() == Test.YES) {
            values.add(true);
            values.add(false);
        } else if (cell.operand() instanceof LocalDate day) {
            values.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        } else if (cell.operand() instanceof BigDecimal n) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(6);
            values.addAll(List.of(n.subtract(step), n, n.add(step)));
        } else {
            around(String.valueOf(cell.operand()), values);
        }
    }

    /** The minutes at and beside a bound, within the day. */
    private static void around(String time, Set<Object> values) {
        int minute = Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
        for (int near = minute - 1; near <= minute + 1; near++) {
            if (near >= 0 && near < 24 * 60) {
                values.add(LocalTime.ofSecondOfDay(near * 60L).toString());
            }
        }
    }
}
