package fr.optam.analysis.mutation;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes that rule tables hold for a field, the table's own before those of others. */
final class FieldCodes {
    private final Map<String, SortedSet<String>> tested = new TreeMap<>();
    private final Map<String, SortedSet<String>> given = new TreeMap<>();

    FieldCodes(Collection<RuleTable> tables) {
        for (RuleTable table : tables) {
            table.rows().forEach(row -> {
                row.conditions().stream()
                        .filter(c -> c.column().test() == Test.AMONG)
                        .forEach(c -> codes(c).forEach(
                                        code -> add(tested, table, c.column().field(), code)));
                row.actions().forEach(a -> add(given, table, a.column().field(), a.text()));
            });
        }
    }

    private static void add(Map<String, SortedSet<String>> codes, RuleTable table, String field, String code) {
        codes.computeIfAbsent(table.name() + "!" + field, f -> new TreeSet<>()).add(code);
        codes.computeIfAbsent(field, f -> new TreeSet<>()).add(code);
    }

    static List<String> codes(ConditionCell cell) {
        return ((List<?>) cell.operand()).stream().map(String::valueOf).toList();
    }

    /** A code that conditions on a field hold and that is none of some; the next one after them if there is. */
    Optional<String> otherThan(RuleTable table, String field, Collection<String> codes) {
        return other(tested, table, field, codes);
    }

    /** Another outcome that a field gets. */
    Optional<String> otherThan(RuleTable table, ActionCell cell) {
        return other(given, table, cell.column().field(), List.of(cell.text()));
    }

    /** An outcome that a field gets. */
    Optional<String> outcome(RuleTable table, String field) {
        return other(given, table, field, List.of());
    }

    private static Optional<String> other(
            Map<String, SortedSet<String>> all, RuleTable table, String field, Collection<String> codes) {
        return next(all.getOrDefault(table.name() + "!" + field, new TreeSet<>()), codes)
                .or(() -> next(all.getOrDefault(field, new TreeSet<>()), codes));
    }

    static Optional<String> next(SortedSet<String> all, Collection<String> codes) {
        String last = codes.isEmpty() ? "" : codes.iterator().next();
        return all.tailSet(last).stream()
                .filter(c -> !codes.contains(c))
                .findFirst()
                .or(() -> all.stream().filter(c -> !codes.contains(c)).findFirst());
    }
}
