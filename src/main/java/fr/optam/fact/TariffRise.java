package fr.optam.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rise of tariffs, weighted on the practitioner's acts.
 *
 * @param on first day of the new tariff
 * @param base EUR, tariff before
 * @param rise EUR, added to it
 */
public record TariffRise(LocalDate on, BigDecimal base, BigDecimal rise) {}
