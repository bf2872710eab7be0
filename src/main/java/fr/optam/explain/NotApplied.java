package fr.optam.explain;

import java.util.List;

/**
 * A rule or row that did not apply, and why.
 *
 * @param rule its id
 * @param at file and place
 * @param table name of its table; empty for a DRL rule
 * @param facts what it was asked about: JSON paths, or names of the facts that stand for codes; alike ones together
 * @param failed every condition that failed, in the order of its cells; the first decided
 */
public record NotApplied(String rule, String at, String table, List<String> facts, List<Failed> failed) {}
