package fr.optam.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One act line, or several lines that no rule tells apart but by their id.
 *
 * @param ids ids of the lines, at least one; one that stands for all, if the lines are not named one by one
 * @param lines number of lines, at least that of the ids
 * @param on care date; of lines of several days the first day that could be that of any of them
 * @param until last such day; empty if all lines are of one day
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
        long lines,
        LocalDate on,
        Optional<LocalDate> until,
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

    /** What an id begins with that stands for lines without id; no id that is given begins with a space. */
    public static final String STAND_IN = " #";

    /** Checks that there is an id and a line for each, and sorts the letters billed, whose order means nothing. */
    public Act {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("act of " + on + ": no id");
        }
        if (lines < ids.size()) {
            throw new IllegalArgumentException(
                    "act " + ids.get(0) + ": " + ids.size() + " ids for " + lines + " lines. Maybe lines is missing?");
        }
        if (until.isPresent() && !until.get().isAfter(on)) {
            throw new IllegalArgumentException("act " + ids.get(0) + ": days from " + on + " until " + until.get());
        }
        ids = ids instanceof Ids ? ids : List.copyOf(ids);
        modifiers = modifiers.map(Act::sorted);
        allowedModifiers = allowedModifiers.map(Act::sorted);
    }

    /** Lines of one day, each with its id. */
    public Act(
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
        this(
                ids,
                ids.size(),
                on,
                Optional.empty(),
                at,
                code,
                activity,
                category,
                modifiers,
                allowedModifiers,
                association,
                quantity,
                baseTariff,
                baseTariffWithoutOption,
                feeCharged,
                c2s,
                emergency);
    }

    /** Written out: what the compiler would generate is slow to make when the program starts. */
    @Override
    public int hashCode() {
        int hash = on.hashCode();
        hash = 31 * hash + code.hashCode();
        hash = 31 * hash + at.hashCode();
        hash = 31 * hash + modifiers.hashCode();
        hash = 31 * hash + baseTariff.hashCode();
        hash = 31 * hash + feeCharged.hashCode();
        return 31 * hash + ids.hashCode();
    }

    /** Whether each line has its id. */
    public boolean named() {
        return ids.size() == lines && !unnamed();
    }

    /** Whether no line has its id: there is one that stands for all, {@link #STAND_IN} and a number. */
    public boolean unnamed() {
        return ids.size() == 1 && ids.get(0).startsWith(STAND_IN);
    }

    /** The same with other ids for the same or another number of lines. */
    public Act of(List<String> others, long number) {
        return new Act(
                others,
                number,
                on,
                until,
                at,
                code,
                activity,
                category,
                modifiers,
                allowedModifiers,
                association,
                quantity,
                baseTariff,
                baseTariffWithoutOption,
                feeCharged,
                c2s,
                emergency);
    }

    /**
     * The same with an id for each line, so that each can be spoken of: what has none gets the name of the act and a number.
     */
    public Act apart() {
        if (ids.size() == lines) {
            return this;
        }
        List<String> all = new ArrayList<>(ids);
        String start = unnamed() ? ids.get(0) : STAND_IN + ids.get(0);
        if (unnamed()) {
            all.clear();
        }
        while (all.size() < lines) {
            all.add(start + "." + (all.size() + 1));
        }
        return of(all, lines);
    }

    private static String sorted(String letters) {
        char[] chars = letters.toCharArray();
        java.util.Arrays.sort(chars);
        return new String(chars);
    }
}
