package fr.optam.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * One act line, or several lines that are equal in everything but their id.
 *
 * @param ids ids of the lines, at least one
 * @param on care date
 * @param at start of the act, local time
 * @param code CCAM code, seven characters
 * @param activity activity code, {@code 1} to {@code 5}
 * @param category act category
 * @param modifiers letters billed, in alphabetical order, repetitions kept; {@code ""} is none
 * @param allowedModifiers letters that the act list gives for this code and activity; {@code ""} is none
 * @param association association code; {@code ""} is "no code billed"
 * @param quantity acts on the line, at least 1
 * @param baseTariff EUR for one unit, before letters and association
 * @param baseTariffWithoutOption EUR for one unit outside sector 1 and option
 * @param feeCharged EUR for the whole line
 * @param c2s patient to whom no overrun may be charged
 * @param emergency emergency in the meaning of the CCAM
 */
public record Act(
        List<String> ids,
        LocalDate on,
        Optional<LocalTime> at,
        String code,
        Optional<String> activity,
        Optional<String> category,
        Optional<String> modifiers,
        Optional<String> allowedModifiers,
        Optional<String> association,
        Optional<Integer> quantity,
        Optional<BigDecimal> baseTariff,
        Optional<BigDecimal> baseTariffWithoutOption,
        Optional<BigDecimal> feeCharged,
        Optional<Boolean> c2s,
        Optional<Boolean> emergency) {

    /** Checks that there is an id and sorts the letters billed, whose order means nothing. */
    public Act {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("act of " + on + ": no id");
        }
        ids = List.copyOf(ids);
        modifiers = modifiers.map(Act::sorted);
        allowedModifiers = allowedModifiers.map(Act::sorted);
    }

    private static String sorted(String letters) {
        char[] chars = letters.toCharArray();
        java.util.Arrays.sort(chars);
        return new String(chars);
    }
}
