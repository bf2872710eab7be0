package fr.optam.decision;

/**
 * A citation.
 *
 * @param id id in the registry of sources
 * @param article passage cited; empty if none is named
 * @param confidence grade of the rule or row that cites it
 */
public record Source(String id, String article, Confidence confidence) {}
