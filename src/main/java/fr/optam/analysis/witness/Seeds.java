package fr.optam.analysis.witness;

import fr.optam.engine.Engine;
import fr.optam.engine.Observed;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Known facts, with what each table is asked of them. */
final class Seeds {
    private static final int LONG = 220;

    private final Engine engine;
    private final List<Given> given = new ArrayList<>();
    private final Map<String, List<Asked>> byTable = new HashMap<>();

    private record Given(Object doc, int size, PractitionerYear facts) {}

    /** What a table is asked of some facts. */
    private record Asked(Given given, Observed observed) {}

    Seeds(Engine engine, List<Map<String, Object>> docs, Function<Object, Optional<PractitionerYear>> reader) {
        this.engine = engine;
        for (Object doc : docs) {
            int size = Doc.size(doc);
            if (size < LONG) {
                reader.apply(doc).ifPresent(facts -> given.add(new Given(doc, size, facts)));
            }
        }
        given.sort(Comparator.comparingInt(Given::size));
    }

    private Seeds(Engine engine, List<Given> given) {
        this.engine = engine;
        this.given.addAll(given);
    }

    /** The same facts, asked by another engine. */
    Seeds with(Engine other) {
        return new Seeds(other, given);
    }

    private synchronized List<Asked> of(RuleTable table) {
        return byTable.computeIfAbsent(table.name(), name -> {
            List<Asked> asked = new ArrayList<>();
            given.forEach(
                    g -> engine.ask(g.facts(), table, (t, fact) -> asked.add(new Asked(g, Observed.of(t, fact)))));
            return asked;
        });
    }

    /** Facts nearest to a goal that do not look alike. */
    List<Object> nearest(Goal goal, int most) {
        List<Object> docs = new ArrayList<>();
        Set<Object> looks = new HashSet<>();
        for (Asked asked : sorted(of(goal.table()), goal)) {
            if (docs.size() < most
                    && looks.add(asked.observed().values())
                    && !docs.contains(asked.given().doc())) {
                docs.add(asked.given().doc());
            }
        }
        return docs;
    }

    /** Facts that reach a goal as they are. */
    List<Object> at(Goal goal, int most) {
        return of(goal.table()).stream()
                .filter(a -> goal.cost(a.observed()) == 0)
                .map(a -> a.given().doc())
                .distinct()
                .limit(most)
                .toList();
    }

    /** Facts that have what is wanted of one field, nearest to the goal. */
    List<Object> with(Goal goal, String field, int most) {
        Wanted wanted = goal.fields().get(field);
        List<Asked> have = of(goal.table()).stream()
                .filter(a -> wanted.holds(a.observed().values().get(field)))
                .toList();
        return sorted(have, goal).stream()
                .map(a -> a.given().doc())
                .distinct()
                .limit(most)
                .toList();
    }

    private static List<Asked> sorted(List<Asked> asked, Goal goal) {
        Map<Asked, Integer> cost = new java.util.IdentityHashMap<>();
        asked.forEach(a -> cost.put(a, goal.cost(a.observed())));
        return asked.stream().sorted(Comparator.comparing(cost::get)).toList();
    }
}
