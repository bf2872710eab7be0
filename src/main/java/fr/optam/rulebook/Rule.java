package fr.optam.rulebook;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.Citation;
import java.util.List;
import java.util.Set;

/**
 * A rule of the rulebook, from a DRL file or from a row.
 *
 * @param id its id, never reused
 * @param at file and place
 * @param stage agenda group in which it runs
 * @param kind kind of fact it looks at
 * @param citation what stands behind it
 * @param reads fields that its conditions read
 * @param conditions conditions of a DRL rule as written; none for a row
 * @param statements what it states, in order
 */
public record Rule(
        String id,
        String at,
        Stage stage,
        Kind kind,
        Citation citation,
        Set<String> reads,
        List<String> conditions,
        List<Statement> statements) {}
