package fr.optam.rulebook;

import fr.optam.rulebook.kie.StageBase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.model.Model;

/** Rules of DRL that a rulebook takes from another, by stage: those that go there, and those that come. */
final class TakenRules {
    private final Map<Stage, Set<String>> gone;
    private final Map<Stage, Set<String>> come;

    /**
     * @param own rules by id
     * @param other rules of the other by id
     * @param ids rules that are taken; one that the other does not have only goes
     */
    TakenRules(Map<String, Rule> own, Map<String, Rule> other, Set<String> ids) {
        this.gone = byStage(own, ids);
        this.come = byStage(other, ids);
    }

    private static Map<Stage, Set<String>> byStage(Map<String, Rule> rules, Set<String> ids) {
        Map<Stage, Set<String>> byStage = new TreeMap<>();
        for (String each : ids) {
            if (rules.containsKey(each)) {
                byStage.computeIfAbsent(rules.get(each).stage(), s -> new HashSet<>())
                        .add(each);
            }
        }
        return byStage;
    }

    /** Whether any comes. */
    boolean any() {
        return !come.isEmpty();
    }

    /**
     * The rule bases with those rules.
     *
     * @param bases rule bases without them
     * @param models compiled rules of the other
     */
    Map<Stage, StageBase> bases(Map<Stage, StageBase> bases, List<Model> models) {
        Map<Stage, StageBase> all = new TreeMap<>(bases);
        gone.forEach((stage, ids) -> all.computeIfPresent(stage, (s, base) -> base.with(ids, StageBase.none(s))));
        come.forEach((stage, ids) -> all.compute(stage, (s, base) -> (base == null ? StageBase.none(s) : base)
                .with(Set.of(), StageBase.of(s, models, ids))));
        return all;
    }
}
