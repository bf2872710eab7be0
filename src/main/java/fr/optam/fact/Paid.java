package fr.optam.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was already paid for the year.
 *
 * @param prime bonus paid, EUR
 * @param primePaidOn day of that payment
 */
public record Paid(Optional<BigDecimal> prime, Optional<LocalDate> primePaidOn) {}
