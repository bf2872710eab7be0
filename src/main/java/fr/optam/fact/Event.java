package fr.optam.fact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A dated fact of the procedure.
 *
 * @param type event code
 * @param on day of receipt, or of sending for what the fund sends
 * @param quarter quarter concerned, {@code 2025-Q1}
 * @param effectiveOn effect stated in a notification
 */
public record Event(String type, LocalDate on, Optional<String> quarter, Optional<LocalDate> effectiveOn) {}
