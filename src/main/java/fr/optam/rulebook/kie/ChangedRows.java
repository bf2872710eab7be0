package fr.optam.rulebook.kie;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Rows in which one table differs from another of its name.
 *
 * @param kind kind of fact that they look at
 * @param gone ids of rows that are not there any more, or are others
 * @param come rows that were not there, or were others
 */
record ChangedRows(Kind kind, Set<String> gone, List<RuleRow> come) {
    static ChangedRows between(RuleTable before, RuleTable after) {
        Set<RuleRow> old = Collections.newSetFromMap(new IdentityHashMap<>());
        old.addAll(before.rows());
        List<RuleRow> come = after.rows().stream().filter(r -> !old.contains(r)).toList();
        after.rows().forEach(old::remove);
        Set<String> gone = new HashSet<>();
        old.forEach(r -> gone.add(r.id()));
        return new ChangedRows(after.kind(), gone, come);
    }

    /** Tells the rows that have come and apply. */
    void ask(Fact fact, BiConsumer<String, Fact> fired) {
        if (fact.kind() == kind) {
            come.stream().filter(r -> r.matches(fact)).forEach(r -> fired.accept(r.id(), fact));
        }
    }
}
