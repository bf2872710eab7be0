package fr.optam.rulebook;

import fr.optam.fact.flat.Kind;
import java.util.Set;

/**
 * A field that facts may have, as the dictionary describes it.
 *
 * @param name name in rules
 * @param kinds kinds of facts that have it
 * @param unit unit of its values
 * @param fr French label
 * @param en English label
 */
public record Field(String name, Set<Kind> kinds, Unit unit, String fr, String en) {}
