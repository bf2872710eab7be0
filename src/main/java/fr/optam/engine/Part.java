package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Some rules of an engine, made ready to run without the others. Of a table all rows of one kind of fact come along. */
final class Part {
    private final Engine engine;
    private final Map<String, RuleTable> tableOf = new HashMap<>();

    Part(Engine engine) {
        this.engine = engine;
        engine.rulebook().tables().values().forEach(t -> t.rows().forEach(r -> tableOf.put(r.id(), t)));
    }

    /** Ids of some rules and of all rows of their tables. */
    Set<String> whole(Collection<Rule> rules) {
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> whole(rule).forEach(r -> ids.add(r.id())));
        return ids;
    }

    /** A rule and all rows of its table. */
    Collection<Rule> whole(Rule rule) {
        RuleTable table = tableOf.get(rule.id());
        return table == null
                ? List.of(rule)
                : table.rows().stream()
                        .map(r -> engine.rulebook().rules().get(r.id()))
                        .toList();
    }

    /** Stages of some rules, by place; what the engine knows of them already is shared where a stage is whole. */
    Map<Integer, StageRules> stages(Set<String> ids) {
        Map<Integer, StageRules> stages = new TreeMap<>();
        engine.stages().forEach((place, whole) -> {
            Map<Kind, StageProgram> programs = new EnumMap<>(Kind.class);
            Set<String> some = new HashSet<>();
            boolean same = true;
            for (Map.Entry<Kind, StageProgram> each : whole.programs().entrySet()) {
                List<Rule> rules = each.getValue().rules().stream()
                        .filter(r -> ids.contains(r.id()))
                        .toList();
                rules.forEach(r -> some.add(r.id()));
                same &= rules.size() == each.getValue().rules().size();
                if (!rules.isEmpty()) {
                    programs.put(each.getKey(), program(each.getKey(), each.getValue(), rules));
                }
            }
            if (!programs.isEmpty()) {
                stages.put(place, same ? whole : rules(whole, programs, some));
            }
        });
        return stages;
    }

    private StageProgram program(Kind kind, StageProgram whole, List<Rule> rules) {
        return whole.isOf(rules)
                ? whole
                : new StageProgram(
                        kind,
                        rules,
                        engine.rows(),
                        engine.rulebook().dictionary(),
                        new ConcurrentHashMap<>(),
                        !engine.rulebook().isWatched());
    }

    private StageRules rules(StageRules whole, Map<Kind, StageProgram> programs, Set<String> ids) {
        List<RuleTable> tables = new ArrayList<>();
        for (RuleTable table : whole.tables()) {
            if (table.rows().stream().map(RuleRow::id).anyMatch(ids::contains)) {
                tables.add(table);
            }
        }
        return new StageRules(whole.only(ids), programs, new UndecidedTables(tables), tableOf);
    }
}
