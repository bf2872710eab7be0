package fr.optam.explain;

/**
 * One fact that changes.
 *
 * @param path JSON path of the fact
 * @param fr what it is called, in French
 * @param en the same in English
 * @param unit {@code EUR}, {@code COUNT} or {@code LETTERS}
 * @param from value as text
 * @param to value as text
 * @param by how much more, as text; negative if less
 * @param items what it consists of, {@code act:letter}; empty for a number
 */
public record Move(String path, String fr, String en, String unit, String from, String to, String by, java.util.List<String> items) {}
