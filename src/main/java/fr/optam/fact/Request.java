package fr.optam.fact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A request to join an option.
 *
 * @param option option asked for
 * @param on day of the request
 */
public record Request(Optional<String> option, Optional<LocalDate> on) {}
