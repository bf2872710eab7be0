package fr.optam.explain;

import java.util.List;

/**
 * A fact that the decision read.
 *
 * @param path JSON path, or the name of a field that an earlier step made
 * @param value value as text; {@code unknown} if it is absent
 * @param fr French label; empty if the dictionary has none
 * @param en English label
 * @param unit unit of the value; empty if the dictionary has none
 * @param given whether it was given, and not made by an earlier step
 * @param period civil year, day or days that it is about; empty if it is not tied to one
 * @param madeBy ids of the firings that made it; none if it was given or counted
 * @param readBy ids of the firings that read it
 */
public record FactRead(
        String path,
        String value,
        String fr,
        String en,
        String unit,
        boolean given,
        String period,
        List<String> madeBy,
        List<String> readBy) {}
