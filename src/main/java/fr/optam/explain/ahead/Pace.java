package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a year in progress is going.
 *
 * @param until last day of which fees are known
 * @param daysKnown days from the first of January to that day
 * @param days days of the year
 * @param soFar sums to that day
 * @param months sums of each month as far as acts tell; empty if they do not
 * @param atPace the whole year if the rest goes on as before
 * @param withoutOverruns the whole year if the rest has the same fees and no overrun
 * @param ends answers at the end of the year by way of ending it, {@code AT_PACE} and {@code WITHOUT_OVERRUNS}
 */
public record Pace(
        LocalDate until,
        int daysKnown,
        int days,
        Practice soFar,
        List<Month> months,
        Practice atPace,
        Practice withoutOverruns,
        Map<String, Map<String, Answer>> ends) {
    /** Name of the end at the same pace. */
    public static final String AT_PACE = "AT_PACE";
    /** Name of the end without further overruns. */
    public static final String WITHOUT_OVERRUNS = "WITHOUT_OVERRUNS";

    private static final int MONTHS = 12;

    /** Copies the months. */
    public Pace {
        months = List.copyOf(months);
    }

    /** A month. @param number 1 to 12 @param practice sums of its acts; nothing billed if there is no act */
    public record Month(int number, Practice practice) {}

    /**
     * Part of what is left that falls to a month, by its days.
     *
     * @param number 1 to 12
     * @param days days of it that are still to come
     * @param amount EUR, rounded down to the cent, the rest in the last month
     */
    public record Portion(int number, int days, BigDecimal amount) {}

    static Pace of(LocalDate until, Practice soFar, Reading reading) {
        int days = until.lengthOfYear();
        int known = until.getDayOfYear();
        Practice atPace = soFar.times(BigDecimal.valueOf(days), BigDecimal.valueOf(known));
        Optional<BigDecimal> rest = atPace.fees().flatMap(all -> soFar.fees().map(all::subtract));
        Practice without = new Practice(
                atPace.fees(), soFar.overruns(), soFar.opposable().flatMap(now -> rest.map(now::add)), atPace.counts());
        return new Pace(until, known, days, soFar, months(until, reading), atPace, without, Map.of());
    }

    Pace with(Map<String, Map<String, Answer>> others) {
        return new Pace(until, daysKnown, days, soFar, months, atPace, withoutOverruns, new TreeMap<>(others));
    }

    private static List<Month> months(LocalDate until, Reading reading) {
        List<Month> all = new ArrayList<>();
        Practice nothing = new Practice(
                Optional.of(BigDecimal.ZERO),
                Optional.of(BigDecimal.ZERO),
                Optional.of(BigDecimal.ZERO),
                new TreeMap<>());
        for (int month = 1; month <= until.getMonthValue(); month++) {
            if (reading.unclear(until.getYear(), month)) {
                return List.of();
            }
            all.add(new Month(month, reading.month(until.getYear(), month).orElse(nothing)));
        }
        boolean any = all.stream()
                .anyMatch(each -> each.practice().fees().orElseThrow().signum() != 0);
        return any ? all : List.of();
    }

    /** What is left of an amount for the months to come, by days. */
    public List<Portion> portions(BigDecimal left) {
        List<Portion> all = new ArrayList<>();
        int open = days - daysKnown;
        BigDecimal given = BigDecimal.ZERO.setScale(2);
        int seen = 0;
        for (int month = until.getMonthValue(); month <= MONTHS && open > 0; month++) {
            int length = YearMonth.of(until.getYear(), month).lengthOfMonth();
            int own = month == until.getMonthValue() ? length - until.getDayOfMonth() : length;
            if (own > 0) {
                seen += own;
                BigDecimal upTo =
                        left.multiply(BigDecimal.valueOf(seen)).divide(BigDecimal.valueOf(open), 2, RoundingMode.DOWN);
                all.add(new Portion(month, own, upTo.subtract(given)));
                given = upTo;
            }
        }
        return all;
    }
}
