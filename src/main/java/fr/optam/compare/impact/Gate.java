package fr.optam.compare.impact;

/**
 * A limit that a change must keep.
 *
 * @param name option that asked for it, {@code --max-changed}
 * @param limit the limit as it was written
 * @param measured what was measured, in the same unit: practitioners, percent with two decimals, or euros
 * @param passed whether it is kept
 */
public record Gate(String name, String limit, String measured, boolean passed) {}
