package fr.optam.compare.impact;

/**
 * Changed answers of one cause.
 *
 * @param cause the edits, and how they cause it
 * @param shown its changed answers; their answers and euros over all causes are those of the totals
 */
public record CauseTotal(Cause cause, Shown shown) {}
