package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When the stages of acts and letters run among those of all other facts: in as few runs as possible, each as late as
 * what others read of them allows, and not before what they read of others is there.
 */
final class Schedule {
    private final Map<String, Integer> byUnits = new HashMap<>();
    private final Map<String, Integer> byOthers = new HashMap<>();
    private final TreeMap<Integer, Needs> units = new TreeMap<>();
    private final TreeMap<Integer, Integer> others = new TreeMap<>();
    private final TreeMap<Integer, Set<String>> read = new TreeMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Set<Integer> apart;

    /** What a stage of units needs: fields of others up to a stage, and maybe that all units have come as far. */
    private record Needs(int others, boolean together) {
        Needs and(Needs more) {
            return new Needs(Math.max(others, more.others), together || more.together);
        }
    }

    /** What runs next. */
    sealed interface Turn {}

    /**
     * A stage of all facts but acts and letters.
     *
     * @param stage place of the stage
     */
    record Others(int stage) implements Turn {}

    /**
     * Stages of acts and letters.
     *
     * @param to number of stages of units after which it stops
     */
    record UnitStages(int to) implements Turn {}

    Schedule(Rulebook rulebook) {
        this(rulebook.rules().values(), Set.of());
    }

    /**
     * @param rules what runs
     * @param apart stages of units before which all that run so far must have come to an end
     */
    Schedule(Collection<Rule> rules, Set<Integer> apart) {
        this.apart = apart;
        for (Rule rule : rules) {
            Map<String, Integer> by = UnitKinds.has(rule.kind()) ? byUnits : byOthers;
            written(rule).forEach(f -> by.merge(f, place(rule), Math::max));
        }
        for (Rule rule : rules) {
            if (UnitKinds.has(rule.kind())) {
                units.merge(place(rule), needs(rule), Needs::and);
            } else {
                others.merge(place(rule), unitsRead(rule), Math::max);
            }
        }
        plan();
    }

    private static int place(Rule rule) {
        return rule.stage().place();
    }

    private static Set<String> written(Rule rule) {
        Set<String> fields = new TreeSet<>();
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Set set) {
                fields.add(set.field());
            } else if (statement instanceof Statement.Let let) {
                fields.add(let.field());
            }
        }
        return fields;
    }

    private Needs needs(Rule rule) {
        Set<String> fields = new TreeSet<>(rule.reads());
        boolean together = false;
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let) {
                fields.addAll(let.formula().fields());
                together |= let.formula().kinds().contains(Kind.ACT);
            } else if (statement instanceof Statement.Amount amount) {
                fields.addAll(amount.formula().fields());
            }
        }
        read.computeIfAbsent(place(rule), p -> new TreeSet<>()).addAll(fields);
        return new Needs(
                fields.stream()
                        .mapToInt(f -> byOthers.getOrDefault(f, -1))
                        .max()
                        .orElse(-1),
                together);
    }

    /** Last stage of units that a rule for other facts reads from. */
    private int unitsRead(Rule rule) {
        Set<String> fields = new TreeSet<>(rule.reads());
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let) {
                fields.addAll(let.formula().fields());
            } else if (statement instanceof Statement.Missing missing) {
                fields.addAll(missing.fields());
            }
            StageOrder.formula(statement).ifPresent(f -> fields.addAll(f.fields()));
        }
        return fields.stream().mapToInt(f -> byUnits.getOrDefault(f, -1)).max().orElse(-1);
    }

    private void plan() {
        List<Integer> stages = List.copyOf(units.keySet());
        int next = 0;
        for (Map.Entry<Integer, Integer> other : others.entrySet()) {
            while (next < stages.size() && stages.get(next) <= other.getValue()) {
                next = run(stages, next, other.getKey());
            }
            turns.add(new Others(other.getKey()));
        }
        while (next < stages.size()) {
            next = run(stages, next, Integer.MAX_VALUE);
        }
    }

    private int run(List<Integer> stages, int from, int before) {
        int to = from + 1;
        while (to < stages.size()
                && units.get(stages.get(to)).others() < before
                && !units.get(stages.get(to)).together()
                && !apart.contains(stages.get(to))) {
            to++;
        }
        turns.add(new UnitStages(to));
        return to;
    }

    /** What runs, in order. */
    List<Turn> turns() {
        return turns;
    }

    /** By stage of units, the first that runs only after others. */
    int[] ends() {
        int[] ends = new int[units.size()];
        int from = 0;
        for (Turn turn : turns) {
            if (turn instanceof UnitStages run) {
                Arrays.fill(ends, from, run.to(), run.to());
                from = run.to();
            }
        }
        return ends;
    }

    /** Places of the stages of units, in order. */
    List<Integer> stagesOfUnits() {
        return List.copyOf(units.keySet());
    }

    /** Fields that conditions and values of units read, by stage of units. */
    List<Set<String>> read() {
        return List.copyOf(read.values());
    }

    /** Last stage in which a field is written. */
    Map<String, Integer> written() {
        Map<String, Integer> last = new HashMap<>(byUnits);
        byOthers.forEach((field, stage) -> last.merge(field, stage, Math::max));
        return last;
    }
}
