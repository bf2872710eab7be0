package fr.optam.rulebook;

import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of a rulebook beside those of another, so that it can take parts of that: with the columns of both, and with
 * lists and empty rule tables that only the other has. None of that is looked at by its own rules.
 */
final class Beside {
    private final Rulebook own;
    private final Rulebook other;
    private final SortedMap<String, PlainTable> lists;
    private final SortedMap<String, RuleTable> tables;

    Beside(Rulebook own, Rulebook other) {
        this.own = own;
        this.other = other;
        this.lists = new TreeMap<>(own.lists());
        this.tables = new TreeMap<>(own.tables());
        other.lists().forEach((name, list) -> lists.merge(name, list, Beside::wider));
        other.tables()
                .forEach((name, table) -> tables.merge(
                        name, own.tables().containsKey(name) ? table : table.with(List.of()), Beside::wider));
    }

    /** Whether nothing is added. */
    boolean isSame() {
        return lists.equals(own.lists())
                && tables.equals(own.tables())
                && own.dictionary().and(other.dictionary()) == own.dictionary();
    }

    SortedMap<String, PlainTable> lists() {
        return lists;
    }

    SortedMap<String, RuleTable> tables() {
        return tables;
    }

    private static RuleTable wider(RuleTable own, RuleTable other) {
        Set<String> tested = new HashSet<>();
        own.conditions().forEach(c -> tested.add(c.field()));
        List<ConditionColumn> more = other.conditions().stream()
                .filter(c -> !tested.contains(c.field()))
                .toList();
        if (more.isEmpty()) {
            return own;
        }
        List<ConditionColumn> all = new ArrayList<>(own.conditions());
        all.addAll(more);
        return new RuleTable(
                own.name(), own.file(), own.sheet(), own.stage(), own.kind(), all, own.actions(), own.rows());
    }

    private static PlainTable wider(PlainTable own, PlainTable other) {
        List<Column> more = other.columns().stream()
                .filter(c -> own.column(c.name()).isEmpty())
                .toList();
        if (more.isEmpty()) {
            return own;
        }
        List<Column> all = new ArrayList<>(own.columns());
        all.addAll(more);
        Map<String, PlainRow> theirs = new HashMap<>();
        other.rows().forEach(r -> theirs.put(r.id(), r));
        return new PlainTable(
                own.name(),
                own.file(),
                all,
                own.rows().stream()
                        .map(r -> Optional.ofNullable(theirs.get(r.id()))
                                .map(o -> with(r, o, more))
                                .orElse(r))
                        .toList());
    }

    private static PlainRow with(PlainRow own, PlainRow other, List<Column> columns) {
        Map<String, Object> values = new HashMap<>(own.values());
        columns.forEach(c -> Optional.ofNullable(other.values().get(c.name())).ifPresent(v -> values.put(c.name(), v)));
        return new PlainRow(own.id(), own.table(), own.at(), own.row(), values, own.columns(), own.citation());
    }
}
