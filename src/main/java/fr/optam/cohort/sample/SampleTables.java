package fr.optam.cohort.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the synthetic cohort reads of a rulebook: every number, list and date that an analyst maintains.
 *
 * <p>Each method answers for one date; an empty answer means that the rulebook has no row in force.
 */
public interface SampleTables {

    /**
     * A specialty with its two groups.
     *
     * @param code two digits
     * @param optionGroup {@code SURGERY}, {@code GYN_OBST}, {@code ANAESTHESIA}, {@code OTHER}; {@code ""} is unknown
     * @param tariffGroup {@code SURGERY_GYN_OBST}, {@code ANAESTHESIA}, {@code GP}, {@code PAEDIATRICS}, {@code OTHER}
     */
    record Specialty(String code, String optionGroup, String tariffGroup) {}

    /**
     * A department.
     *
     * @param code INSEE code, two or three characters
     * @param region INSEE code of the region of 2016
     */
    record Department(String code, String region) {}

    /**
     * What one letter is worth: either a rate or an amount.
     *
     * @param rate ratio of the base tariff; 0 for a flat letter
     * @param amount EUR, two decimals; 0 for a percentage letter
     */
    record LetterValue(BigDecimal rate, BigDecimal amount) {}

    /**
     * When an option is open.
     *
     * @param from first day
     * @param to last day; empty is open
     */
    record Span(LocalDate from, Optional<LocalDate> to) {

        /** Says whether the day lies between both ends, included. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
        }
    }

    /** All specialties with their groups ({@code reference/specialites}). */
    List<Specialty> specialties(LocalDate on);

    /** All departments with their region ({@code reference/regions}). */
    List<Department> departments(LocalDate on);

    /** CCAM codes of deliveries and caesareans ({@code reference/actes-accouchement}). */
    Set<String> deliveryCodes(LocalDate on);

    /**
     * Value of a letter ({@code reference/modificateurs-valeurs}).
     *
     * @param key value key: {@code K}, {@code T}, {@code J}, {@code 3-MEMBER}, {@code 3-SECTOR1}, {@code F}, …
     */
    Optional<LetterValue> letterValue(String key, LocalDate on);

    /**
     * Rate of an association code ({@code reference/associations}).
     *
     * @param code {@code 1} to {@code 5}; {@code ""} is "no code billed"
     */
    Optional<BigDecimal> associationRate(String code, LocalDate on);

    /** Charge rate of a specialty, by its code or else by its option group ({@code reference/prime-taux}). */
    Optional<BigDecimal> primeRate(String specialty, String optionGroup, LocalDate on);

    /** When an option is open ({@code reference/options}). */
    Optional<Span> option(String code);

    /** Reference years of a decision year ({@code reference/annees-reference}); empty if unknown. */
    List<Integer> referenceYears(int year);

    /**
     * A delay in months ({@code reference/delais}).
     *
     * @param code {@code OBSERVATIONS} or {@code RENEWAL_OPPOSITION}
     */
    Optional<Integer> delayMonths(String code, LocalDate on);
}
