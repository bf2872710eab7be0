package fr.optam.rulebook.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;

/** Days of the calendar in formulas. What is no day, or lies outside the calendar, has no value. */
final class Days {
    private static final int MONTHS_A_QUARTER = 3;

    private Days() {}

    /** A value, or none if the calendar or the range of numbers ends before it. */
    static <T> T total(Supplier<T> value) {
        try {
            return value.get();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    static LocalDate of(BigDecimal year, int month, int day) {
        return total(() -> LocalDate.of(year.intValueExact(), month, day));
    }

    /** Days from one to another, both included. */
    static BigDecimal between(Object from, Object to) {
        return from instanceof LocalDate a && to instanceof LocalDate b
                ? BigDecimal.valueOf(ChronoUnit.DAYS.between(a, b) + 1)
                : null;
    }

    /** First anniversary of a day on or after another one; 29 February is kept on 28 February of short years. */
    static LocalDate anniversary(Object from, Object onOrAfter) {
        if (!(from instanceof LocalDate start) || !(onOrAfter instanceof LocalDate bound)) {
            return null;
        }
        return total(() -> {
            int years = Math.max(1, bound.getYear() - start.getYear());
            LocalDate day = start.plusYears(years);
            return day.isBefore(bound) ? start.plusYears(years + 1L) : day;
        });
    }

    /** The day {@code 31-03} of a year. */
    static LocalDate ofYear(Object year, Object dayMonth) {
        if (!(year instanceof BigDecimal y)
                || !(dayMonth instanceof String text)
                || !text.matches("[0-9]{2}-[0-9]{2}")) {
            return null;
        }
        return total(() -> MonthDay.of(Integer.parseInt(text.substring(3)), Integer.parseInt(text.substring(0, 2)))
                .atYear(y.intValueExact()));
    }

    /** Last day of {@code 2025-Q4}. */
    static LocalDate quarterEnd(String quarter) {
        int month = (quarter.charAt(6) - '0') * MONTHS_A_QUARTER;
        return LocalDate.of(Integer.parseInt(quarter.substring(0, 4)), month, 1)
                .with(TemporalAdjusters.lastDayOfMonth());
    }

    /** Quarters since the year 0, so that quarters can be counted. */
    static BigDecimal quarterIndex(String quarter) {
        return BigDecimal.valueOf(Long.parseLong(quarter.substring(0, 4)) * 4 + (quarter.charAt(6) - '0'));
    }
}
