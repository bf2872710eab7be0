package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All in which some variants differ from a base. */
final class Differences {
    private final Engine base;
    private final Part part;
    private final List<Rulebook> rulebooks = new ArrayList<>();
    private final List<Of> all = new ArrayList<>();
    private final Map<Set<String>, Map<Integer, StageRules>> parts = new HashMap<>();

    Differences(Engine base) {
        this.base = base;
        this.part = new Part(base);
        rulebooks.add(base.rulebook());
    }

    /**
     * A difference of a variant.
     *
     * @param variant number of the variant
     * @param what what differs
     */
    record Of(int variant, Differing what) {}

    void add(int number, Engine variant) {
        rulebooks.add(variant.rulebook());
        Part other = new Part(variant);
        Set<Integer> places = new TreeSet<>(base.stages().keySet());
        places.addAll(variant.stages().keySet());
        for (int place : places) {
            for (Kind kind : Kind.values()) {
                List<Rule> one = rules(base, place, kind);
                List<Rule> two = rules(variant, place, kind);
                Set<Rule> gone = others(one, two);
                Set<Rule> come = others(two, one);
                if (gone.isEmpty() && come.isEmpty()) {
                    continue;
                }
                Set<String> ids = part.whole(gone);
                ids.addAll(other.whole(come));
                one.stream().filter(r -> ids.contains(r.id())).forEach(gone::add);
                two.stream().filter(r -> ids.contains(r.id())).forEach(come::add);
                all.add(new Of(
                        number,
                        new Differing(
                                place,
                                kind,
                                parts.computeIfAbsent(ids(gone), part::stages).get(place),
                                other.stages(ids(come)).get(place))));
            }
        }
    }

    private static List<Rule> rules(Engine engine, int place, Kind kind) {
        StageRules stage = engine.stages().get(place);
        StageProgram program = stage == null ? null : stage.programs().get(kind);
        return program == null ? List.of() : program.rules();
    }

    private static Set<Rule> others(List<Rule> rules, List<Rule> known) {
        Set<Rule> others = Collections.newSetFromMap(new IdentityHashMap<>());
        others.addAll(rules);
        known.forEach(others::remove);
        return others;
    }

    private static Set<String> ids(Set<Rule> rules) {
        Set<String> ids = new HashSet<>();
        rules.forEach(r -> ids.add(r.id()));
        return ids;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Of> all() {
        return all;
    }

    /** The base, then the variants. */
    List<Rulebook> rulebooks() {
        return rulebooks;
    }

    /** The rules that the comparisons read for, without what they state. */
    List<Rule> readers() {
        return all.stream().flatMap(d -> d.what().readers().stream()).toList();
    }

    /** Kinds of facts that the comparisons sum. */
    Set<Kind> summed() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        all.forEach(d -> kinds.addAll(d.what().summed()));
        return kinds;
    }
}
