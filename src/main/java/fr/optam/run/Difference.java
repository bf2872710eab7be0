package fr.optam.run;

import fr.optam.decision.Sentence;

/**
 * A point in which a run is not as it was sealed.
 *
 * @param code stable code, {@code RECORD_CHANGED}
 * @param file path below the run
 * @param practitioner first practitioner concerned; empty if it concerns none
 * @param message what differs, with the value
 */
public record Difference(String code, String file, String practitioner, Sentence message) {}
