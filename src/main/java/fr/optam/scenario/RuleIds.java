package fr.optam.scenario;

import java.util.Collection;

/** How an id that a scenario states stands for the ids of rules: for itself and for its parts. */
final class RuleIds {
    private RuleIds() {}

    /** Whether {@code stated} names {@code rule}: {@code ELIG-ACTS-040} names {@code ELIG-ACTS-040-CO} too. */
    static boolean names(String stated, String rule) {
        return rule.equals(stated) || rule.startsWith(stated + "-");
    }

    static boolean namesOneOf(String stated, Collection<String> rules) {
        return rules.stream().anyMatch(rule -> names(stated, rule));
    }

    static boolean isNamedByOneOf(String rule, Collection<String> stated) {
        return stated.stream().anyMatch(one -> names(one, rule));
    }
}
