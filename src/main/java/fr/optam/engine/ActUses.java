package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was found to be read of acts, for each situation. */
final class ActUses {
    private final List<Situation> situations;
    private final Map<Situation, Set<String>> live = new HashMap<>();
    private final Map<String, Set<Situation>> exact = new TreeMap<>();
    private final Map<Grouping.DayTest, Set<Situation>> days = new LinkedHashMap<>();
    private final Map<String, Set<Situation>> times = new TreeMap<>();
    private final Map<Grouping.OwnDay, Set<Situation>> own = new TreeMap<>();

    ActUses(List<Situation> situations) {
        this.situations = situations;
        situations.forEach(s -> live.put(s, new HashSet<>()));
    }

    /** Number of fields that matter, over all situations. */
    int live() {
        return live.values().stream().mapToInt(Set::size).sum();
    }

    boolean isLive(Situation s, Kind kind, String field) {
        return live.get(s).contains(kind + "." + field);
    }

    void live(Situation s, Kind kind, String field) {
        live.get(s).add(kind + "." + field);
    }

    void exact(Situation s, String field) {
        in(exact, field).add(s);
    }

    void day(Situation s, Grouping.DayTest test) {
        in(days, test).add(s);
    }

    void time(Situation s, String cut) {
        in(times, cut).add(s);
    }

    void own(Situation s, Grouping.OwnDay day) {
        in(own, day).add(s);
    }

    private static <T> Set<Situation> in(Map<T, Set<Situation>> uses, T use) {
        return uses.computeIfAbsent(use, u -> new HashSet<>());
    }

    Grouping grouping() {
        SortedMap<String, Grouping.Whom> fields = new TreeMap<>();
        exact.forEach((field, where) -> fields.put(field, whom(where)));
        SortedMap<Grouping.OwnDay, Grouping.Whom> dates = new TreeMap<>();
        own.forEach((day, where) -> dates.put(day, whom(where)));
        List<Grouping.Days> classes = new ArrayList<>();
        byWhom(without(days, "on")).forEach((whom, tests) -> classes.add(new Grouping.Days(whom, List.copyOf(tests))));
        List<Grouping.Times> hours = new ArrayList<>();
        byWhom(without(times, "at")).forEach((whom, cuts) -> hours.add(new Grouping.Times(whom, new TreeSet<>(cuts))));
        return new Grouping(fields, classes, hours, dates);
    }

    /** Nothing more is read of what is read as it is. */
    private <T> Map<T, Set<Situation>> without(Map<T, Set<Situation>> uses, String field) {
        Map<T, Set<Situation>> left = new LinkedHashMap<>();
        uses.forEach((use, where) -> {
            Set<Situation> others = new HashSet<>(where);
            others.removeAll(exact.getOrDefault(field, Set.of()));
            if (!others.isEmpty()) {
                left.put(use, others);
            }
        });
        return left;
    }

    private <T> Map<Grouping.Whom, Collection<T>> byWhom(Map<T, Set<Situation>> uses) {
        Map<Grouping.Whom, Collection<T>> sets = new LinkedHashMap<>();
        uses.forEach((use, where) ->
                sets.computeIfAbsent(whom(where), w -> new LinkedHashSet<>()).add(use));
        return sets;
    }

    private Grouping.Whom whom(Set<Situation> where) {
        if (where.contains(Situation.BARE)) {
            return new Grouping.Whom(true, "", "");
        }
        StringBuilder billed = new StringBuilder();
        StringBuilder allowed = new StringBuilder();
        for (Situation s : situations) {
            if (where.contains(s)) {
                (s.variant().equals(FactTree.BILLED) ? billed : allowed).append(s.letter());
            }
        }
        return new Grouping.Whom(false, billed.toString(), allowed.toString());
    }
}
