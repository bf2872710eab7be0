package fr.optam.explain;

import java.util.List;

/**
 * Rules or rows that were asked about nothing, because the practitioner-year holds no fact of their kind.
 *
 * @param table name of their table; empty for DRL rules
 * @param file path of their file
 * @param kind kind of fact that they look at, {@code Letter}
 * @param rules their ids
 */
public record NotAsked(String table, String file, String kind, List<String> rules) {}
