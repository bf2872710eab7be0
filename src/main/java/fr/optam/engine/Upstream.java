package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What fields can depend on, as the rules of earlier stages are written: backward, whatever the facts. */
public final class Upstream {
    private final Map<String, Integer> steps;
    private final Set<Rule> rules;
    private final List<Formula> formulas;

    private Upstream(Map<String, Integer> steps, Set<Rule> rules, List<Formula> formulas) {
        this.steps = Collections.unmodifiableMap(steps);
        this.rules = Collections.unmodifiableSet(rules);
        this.formulas = List.copyOf(formulas);
    }

    /** What the conditions of a table can depend on. */
    public static Upstream of(Rulebook rulebook, RuleTable table) {
        return of(
                rulebook,
                table.conditions().stream().map(ConditionColumn::field).toList(),
                table.stage());
    }

    /**
     * What fields can depend on.
     *
     * @param fields the fields
     * @param before stage that sees them: only rules of earlier stages count
     */
    public static Upstream of(Rulebook rulebook, Collection<String> fields, Stage before) {
        Map<String, List<Rule>> writers = new HashMap<>();
        rulebook.rules().values().stream()
                .filter(r -> r.stage().compareTo(before) < 0)
                .forEach(r -> r.statements().forEach(s -> {
                    String field = s instanceof Statement.Set set
                            ? set.field()
                            : s instanceof Statement.Let let ? let.field() : "";
                    writers.computeIfAbsent(field, f -> new ArrayList<>()).add(r);
                }));
        Map<String, Integer> steps = new LinkedHashMap<>();
        Set<Rule> rules = new LinkedHashSet<>();
        List<Formula> formulas = new ArrayList<>();
        Set<String> level = new LinkedHashSet<>(fields);
        for (int step = 0; !level.isEmpty(); step++) {
            Set<String> next = new LinkedHashSet<>();
            for (String field : level) {
                steps.put(field, step);
                for (Rule rule : writers.getOrDefault(field, List.of())) {
                    rules.add(rule);
                    next.addAll(formulas(rule, field, formulas));
                    next.addAll(rule.reads());
                }
            }
            next.removeAll(new HashSet<>(steps.keySet()));
            level = next;
        }
        return new Upstream(steps, rules, formulas);
    }

    private static Set<String> formulas(Rule rule, String field, List<Formula> formulas) {
        Set<String> read = new LinkedHashSet<>();
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let && let.field().equals(field)) {
                formulas.add(let.formula());
                read.addAll(let.formula().fields());
            }
        }
        return read;
    }

    /** Every field, nearest first, with the number of rules between it and what was asked for. */
    public Map<String, Integer> steps() {
        return steps;
    }

    /** Rules that may give those fields their values. */
    public Set<Rule> rules() {
        return rules;
    }

    /** Kinds of facts that those rules look at, by place of their stage. */
    SortedMap<Integer, Set<Kind>> kinds() {
        SortedMap<Integer, Set<Kind>> kinds = new TreeMap<>();
        rules.forEach(r -> kinds.computeIfAbsent(r.stage().place(), s -> EnumSet.noneOf(Kind.class))
                .add(r.kind()));
        return kinds;
    }

    /** Formulas that may give those fields their values. */
    public List<Formula> formulas() {
        return formulas;
    }
}
