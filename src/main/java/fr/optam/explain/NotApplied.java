package fr.optam.explain;

import java.util.List;

/**
 * A rule or row that did not apply, and why.
 *
 * @param rule its id
 * @param at file and place
 * @param table name of its table; empty for a DRL rule
 * @param facts what it was asked about: JSON paths, {@code acts.a1.modifiers.K} for a letter, names of the facts that
 *     stand for codes, empty text for the practitioner-year; alike ones together
 * @param failed every condition that did not hold, in the order of its cells
 */
public record NotApplied(String rule, String at, String table, List<String> facts, List<Failed> failed) {

    /**
     * The condition that decided: the first that fails, else the first that depends on what is not known.
     *
     * @throws java.util.NoSuchElementException if no condition is kept
     */
    public Failed first() {
        return failed.stream().filter(each -> !each.open()).findFirst().orElseGet(() -> failed.stream()
                .findFirst()
                .orElseThrow());
    }
}
