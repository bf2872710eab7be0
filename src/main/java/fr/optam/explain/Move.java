package fr.optam.explain;

import java.util.List;
import java.util.Map;

/**
 * One fact that changes, or several of one kind that change together.
 *
 * @param path JSON path of the fact; {@code acts} if it is facts of several acts
 * @param fr what it is called, in French
 * @param en the same in English
 * @param unit {@code EUR}, {@code COUNT} or {@code LETTERS}
 * @param from value as text
 * @param to value as text
 * @param by how much more, as text; negative if less
 * @param items what it consists of, {@code act:letter}, or {@code act:-12.00}; empty for a number
 * @param sets new value of each fact by its JSON path, so that a machine can apply the move
 */
public record Move(
        String path,
        String fr,
        String en,
        String unit,
        String from,
        String to,
        String by,
        List<String> items,
        Map<String, String> sets) {}
