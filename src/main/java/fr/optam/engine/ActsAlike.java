package fr.optam.engine;

import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Whether the rules in which two rulebooks differ have nothing to do with acts. */
final class ActsAlike {
    private ActsAlike() {}

    static boolean of(Rulebook one, Rulebook other) {
        Set<Rule> differing = Collections.newSetFromMap(new IdentityHashMap<>());
        differing.addAll(other.rules().values());
        one.rules().values().forEach(r -> {
            if (!differing.remove(r)) {
                differing.add(r);
            }
        });
        if (differing.stream().anyMatch(ActsAlike::isOfActs)) {
            return false;
        }
        Set<String> read = new HashSet<>();
        for (Rulebook each : new Rulebook[] {one, other}) {
            each.rules().values().stream().filter(ActsAlike::isOfActs).forEach(r -> read(r, read));
        }
        return differing.stream()
                .flatMap(r -> r.statements().stream())
                .noneMatch(s -> s instanceof Statement.Let let && read.contains(let.field())
                        || s instanceof Statement.Set set && read.contains(set.field()));
    }

    private static boolean isOfActs(Rule rule) {
        return UnitKinds.has(rule.kind())
                || rule.statements().stream().anyMatch(s -> s.computed()
                        .filter(f -> f.kinds().stream().anyMatch(UnitKinds::has))
                        .isPresent());
    }

    private static void read(Rule rule, Set<String> read) {
        read.addAll(rule.reads());
        rule.statements().forEach(s -> {
            s.computed().ifPresent(f -> read.addAll(f.fields()));
            if (s instanceof Statement.Missing missing) {
                read.addAll(missing.fields());
            }
        });
    }
}
