package fr.optam.run;

/**
 * One practitioner-year as a run recorded it.
 *
 * @param part its part, first is 0
 * @param line its line in the part, first is 0
 * @param decision canonical bytes of the decision, without the end of the line
 * @param facts canonical bytes of the facts
 */
public record Recorded(int part, int line, byte[] decision, byte[] facts) {}
