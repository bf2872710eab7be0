package fr.optam.analysis.witness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers, days and times {@code 08:00} as points of a line. */
final class Scale {
    private static final int HALF_A_YEAR = 180;
    private static final int MINUTES = 24 * 60;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Scale() {}

    /** Whether the first is past the second by at least so much; things of different kinds are not. */
    static boolean compare(Object a, Object b, int least) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) >= least;
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return Integer.signum(x.compareTo(y)) >= least;
        }
        return a instanceof String x && b instanceof String y && Integer.signum(x.compareTo(y)) >= least;
    }

    /** Points within bounds: one well inside, then the bounds, then those beside them. */
    static List<Object> within(Optional<Object> from, Optional<Object> to) {
        Object any = from.orElse(to.orElse(null));
        List<Object> points = new ArrayList<>();
        if (any instanceof LocalDate) {
            days(from.map(LocalDate.class::cast), to.map(LocalDate.class::cast), points);
        } else if (any instanceof BigDecimal) {
            numbers(from.map(BigDecimal.class::cast), to.map(BigDecimal.class::cast), points);
        } else if (any instanceof String) {
            int low = from.map(f -> minute((String) f)).orElse(0);
            int high = to.map(t -> minute((String) t)).orElse(MINUTES);
            for (int m : new int[] {(low + high) / 2, low, low + 1, high - 1, high}) {
                if (m >= 0 && m < MINUTES) {
                    points.add(time(m));
                }
            }
        }
        return points;
    }

    private static void days(Optional<LocalDate> from, Optional<LocalDate> to, List<Object> points) {
        LocalDate low = from.orElseGet(() -> to.orElseThrow().minusDays(2L * HALF_A_YEAR));
        LocalDate high = to.orElseGet(() -> low.plusDays(2L * HALF_A_YEAR));
        points.add(low.plusDays(Math.min(HALF_A_YEAR, ChronoUnit.DAYS.between(low, high) / 2)));
        points.add(high.minusDays(Math.min(HALF_A_YEAR, Math.max(0, ChronoUnit.DAYS.between(low, high) / 2))));
        points.addAll(List.of(low, high, low.plusDays(1), high.minusDays(1)));
    }

    private static void numbers(Optional<BigDecimal> from, Optional<BigDecimal> to, List<Object> points) {
        BigDecimal low = from.orElseGet(() -> to.orElseThrow().subtract(BigDecimal.ONE));
        BigDecimal high = to.orElseGet(() -> low.add(BigDecimal.ONE).max(low.multiply(TWO)));
        BigDecimal middle = low.add(high).divide(TWO, 6, RoundingMode.HALF_UP).stripTrailingZeros();
        points.addAll(List.of(
                middle,
                middle.setScale(0, RoundingMode.FLOOR),
                low,
                high,
                low.add(CENT),
                high.subtract(CENT),
                low.add(BigDecimal.ONE),
                high.subtract(BigDecimal.ONE)));
    }

    /** A point and those just beside it: where conditions change. */
    static List<Object> around(Object bound) {
        if (bound instanceof LocalDate day) {
            return List.of(day.minusDays(1), day, day.plusDays(1));
        }
        if (bound instanceof BigDecimal n) {
            return List.of(n.subtract(CENT), n, n.add(CENT), n.subtract(BigDecimal.ONE), n.add(BigDecimal.ONE));
        }
        List<Object> near = new ArrayList<>();
        if (bound instanceof String text && isTime(text)) {
            for (int m = minute(text) - 1; m <= minute(text) + 1; m++) {
                if (m >= 0 && m < MINUTES) {
                    near.add(time(m));
                }
            }
        }
        return near;
    }

    static boolean isTime(String text) {
        return text.length() == 5 && text.charAt(2) == ':';
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static String time(int minute) {
        return java.time.LocalTime.ofSecondOfDay(minute * 60L).toString();
    }
}
