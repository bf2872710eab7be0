package fr.optam.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rules and rows the scenarios exercise, from what really fired.
 *
 * @param firedIn number of scenarios in which each rule fired, rules without one included
 * @param decided number of scenarios that were decided
 * @param neverStatedFiring rules that no scenario states under {@code fires}
 * @param neverStatedSilent rules that no scenario states under {@code silent}
 * @param unknown ids that scenarios state and no rule has
 */
public record FiringCoverage(
        SortedMap<String, Integer> firedIn,
        int decided,
        SortedSet<String> neverStatedFiring,
        SortedSet<String> neverStatedSilent,
        SortedSet<String> unknown) {

    /** Counts the firings of a report over all ids of a rulebook, with the rows of the overlays in use. */
    public static FiringCoverage of(Set<String> ruleIds, ScenarioReport report) {
        SortedMap<String, Integer> firedIn = new TreeMap<>();
        ruleIds.forEach(rule -> firedIn.put(rule, 0));
        Set<String> firing = new LinkedHashSet<>();
        Set<String> silent = new LinkedHashSet<>();
        int decided = 0;
        for (ScenarioResult result : report.results()) {
            firing.addAll(result.expectedToFire());
            silent.addAll(result.expectedSilent());
            decided += result.problems().isEmpty() ? 1 : 0;
            result.fired().forEach(rule -> firedIn.computeIfPresent(rule, (id, count) -> count + 1));
        }
        List<String> stated = new ArrayList<>(firing);
        stated.addAll(silent);
        SortedSet<String> unknown = new TreeSet<>(stated);
        unknown.removeIf(id -> RuleIds.namesOneOf(id, ruleIds));
        return new FiringCoverage(firedIn, decided, notNamed(ruleIds, firing), notNamed(ruleIds, silent), unknown);
    }

    private static SortedSet<String> notNamed(Set<String> ruleIds, Collection<String> stated) {
        SortedSet<String> rest = new TreeSet<>(ruleIds);
        rest.removeIf(rule -> RuleIds.isNamedByOneOf(rule, stated));
        return rest;
    }

    /** Rules that fired in no scenario. */
    public SortedSet<String> neverFired() {
        return withCount(0);
    }

    /** Rules that fired in every scenario that was decided, so that none shows them silent. */
    public SortedSet<String> neverSilent() {
        return decided == 0 ? new TreeSet<>() : withCount(decided);
    }

    /** Whether every rule fires in one scenario and stays silent in another, and no scenario states an unknown id. */
    public boolean complete() {
        return neverFired().isEmpty() && neverSilent().isEmpty() && unknown.isEmpty();
    }

    private SortedSet<String> withCount(int count) {
        SortedSet<String> rules = new TreeSet<>();
        firedIn.forEach((rule, times) -> {
            if (times == count) {
                rules.add(rule);
            }
        });
        return rules;
    }
}
