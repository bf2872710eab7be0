package fr.optam.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The physician, counted over all practices.
 *
 * @param id identity, {@code [A-Za-z0-9_-]{1,32}}
 * @param specialty two-digit health-insurance code
 * @param sector {@code 1}, {@code 1DP}, {@code 2} or {@code NONE}
 * @param sector2Titles holds the titles that open sector 2
 * @param installedOn first day of private practice
 * @param department INSEE code
 * @param region INSEE code of 2016
 * @param profession {@code PHYSICIAN} or {@code MIDWIFE}
 * @param income convention income of the year, EUR, two decimals
 */
public record Practitioner(
        String id,
        Optional<String> specialty,
        Optional<String> sector,
        Optional<Boolean> sector2Titles,
        Optional<LocalDate> installedOn,
        Optional<String> department,
        Optional<String> region,
        Optional<String> profession,
        Optional<BigDecimal> income) {}
