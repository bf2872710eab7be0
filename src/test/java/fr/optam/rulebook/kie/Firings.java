package fr.optam.rulebook.kie;

import fr.optam.fact.flat.Fact;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What applied to which fact, how often. */
final class Firings {
    private final List<Fact> facts;
    private final Map<Fact, Map<String, Integer>> byFact = new IdentityHashMap<>();

    Firings(List<Fact> facts) {
        this.facts = facts;
    }

    void add(String what, Fact fact) {
        byFact.computeIfAbsent(fact, f -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    private Map<String, Integer> of(Fact fact) {
        return byFact.getOrDefault(fact, Map.of());
    }

    /** The first few facts on which the other one differs. */
    List<String> differences(Firings other) {
        List<String> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (!of(fact).equals(other.of(fact)) && found.size() < 5) {
                found.add(shown(fact) + ": " + of(fact) + " but " + other.of(fact));
            }
        }
        return found;
    }

    private static String shown(Fact fact) {
        Map<String, Object> shown = new TreeMap<>();
        for (Fact f = fact; f != null; f = f.above()) {
            for (String name : f.layout().names()) {
                if (f.value(name) != null) {
                    shown.putIfAbsent(name, f.value(name));
                }
            }
        }
        return shown.toString();
    }

    Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        byFact.values().forEach(m -> rules.addAll(m.keySet()));
        return rules;
    }

    long size() {
        return byFact.values().stream()
                .mapToLong(m -> m.values().stream().mapToInt(Integer::intValue).sum())
                .sum();
    }
}
