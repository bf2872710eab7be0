package fr.optam.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;

/** Numbers the values that an ordered field can hold, so that two neighbours differ by one. */
record Scale(Kind kind, BigDecimal step) {
    /** What the values are. */
    enum Kind {
        /** Numbers, a step apart. */
        NUMBER,
        /** Days. */
        DAY,
        /** Last days of years. */
        YEAR,
        /** Minutes of a day. */
        MINUTE
    }

    /** The scale of a kind of domain and its step; nothing if they don't go together. */
    static Optional<Scale> of(String kind, String step) {
        return switch (kind) {
            case "NUMBERS" ->
                step.matches("[0-9]{1,9}(\\.[0-9]{1,6})?") && new BigDecimal(step).signum() > 0
                        ? Optional.of(new Scale(Kind.NUMBER, new BigDecimal(step)))
                        : Optional.empty();
            case "DATES" ->
                step.equals("DAY") || step.equals("YEAR")
                        ? Optional.of(new Scale(Kind.valueOf(step), BigDecimal.ONE))
                        : Optional.empty();
            case "TIMES" ->
                step.equals("MINUTE") ? Optional.of(new Scale(Kind.MINUTE, BigDecimal.ONE)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a bound can be compared with values of this scale. */
    boolean suits(Object bound) {
        return switch (kind) {
            case NUMBER -> bound instanceof BigDecimal;
            case DAY, YEAR -> bound instanceof LocalDate;
            case MINUTE -> bound instanceof String time && time.matches("[0-2][0-9]:[0-5][0-9]");
        };
    }

    /** The number of the last value at or before a bound. */
    long floor(Object bound) {
        return switch (kind) {
            case NUMBER ->
                ((BigDecimal) bound).divide(step, 0, RoundingMode.FLOOR).longValueExact();
            case DAY -> ((LocalDate) bound).toEpochDay();
            case YEAR -> ((LocalDate) bound).getYear() - (isYearEnd((LocalDate) bound) ? 0 : 1);
            case MINUTE ->
                Integer.parseInt(((String) bound).substring(0, 2)) * 60L
                        + Integer.parseInt(((String) bound).substring(3));
        };
    }

    /** Whether a bound is itself a value. */
    boolean exact(Object bound) {
        return switch (kind) {
            case NUMBER -> ((BigDecimal) bound).remainder(step).signum() == 0;
            case YEAR -> isYearEnd((LocalDate) bound);
            case DAY, MINUTE -> true;
        };
    }

    /** The value of a number. */
    Object value(long number) {
        return switch (kind) {
            case NUMBER -> step.multiply(BigDecimal.valueOf(number));
            case DAY -> LocalDate.ofEpochDay(number);
            case YEAR -> LocalDate.of((int) number, Month.DECEMBER, 31);
            case MINUTE -> LocalTime.ofSecondOfDay(number * 60).toString();
        };
    }

    private static boolean isYearEnd(LocalDate day) {
        return day.getDayOfYear() == day.lengthOfYear();
    }
}
