package fr.optam.explain;

import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.ConditionCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One condition cell, read a second time from its text alone and judged without the engine. Numbers, days and minutes are
 * laid on one line; codes are sets.
 */
final class CellJudge {
    private static final String ANY = "ANY";
    private static final LocalDate DAY_ZERO = LocalDate.of(1970, 1, 1);

    /** What can be said of a condition. */
    enum Truth {
        HOLDS,
        FAILS,
        /** It depends on what is not known. */
        OPEN
    }

    private final ConditionCell cell;
    private final boolean any;
    private final Set<String> codes;
    private final BigDecimal low;
    private final boolean lowIn;
    private final BigDecimal high;
    private final boolean highIn;
    private final boolean day;
    private final boolean time;

    CellJudge(ConditionCell cell) {
        this.cell = cell;
        String text = cell.text().strip();
        switch (cell.column().test()) {
            case AMONG, YES -> {
                this.codes = new HashSet<>(
                        Arrays.stream(text.split("[;,]")).map(String::strip).toList());
                this.low = null;
                this.high = null;
                this.lowIn = false;
                this.highIn = false;
            }
            case AT_LEAST, ABOVE -> {
                this.codes = Set.of();
                this.low = onLine(text);
                this.lowIn = cell.column().test().name().startsWith("AT_");
                this.high = null;
                this.highIn = false;
            }
            default -> {
                this.codes = Set.of();
                this.low = null;
                this.lowIn = false;
                this.high = onLine(text);
                this.highIn = cell.column().test().name().startsWith("AT_");
            }
        }
        this.any = codes.contains(ANY);
        this.day = isDay(text);
        this.time = isTime(text);
    }

    /** Whether it wants some codes, and not any value. */
    boolean testsCodes() {
        return !any && !codes.isEmpty();
    }

    /** The codes that it wants; none for a number, a day, a time. */
    Set<String> codes() {
        return codes;
    }

    ConditionCell cell() {
        return cell;
    }

    String field() {
        return cell.column().field();
    }

    /** Whether the condition holds for a value of its field; for what is not known, whether that matters. */
    Truth judge(Object value) {
        if (any) {
            return Truth.HOLDS;
        }
        if (value instanceof Unknown) {
            return Truth.OPEN;
        }
        return value != null && accepts(value) ? Truth.HOLDS : Truth.FAILS;
    }

    private boolean accepts(Object value) {
        if (value instanceof Boolean yes) {
            return codes.contains(yes ? "OUI" : "NON");
        }
        if (!codes.isEmpty()) {
            return value instanceof String text
                    && (codes.contains(text) || Arrays.stream(text.split(";")).anyMatch(codes::contains));
        }
        BigDecimal place = place(value);
        if (place == null || !sameLine(value)) {
            return false;
        }
        int fromLow = low == null ? 1 : place.compareTo(low);
        int fromHigh = high == null ? -1 : place.compareTo(high);
        return (fromLow > 0 || fromLow == 0 && lowIn) && (fromHigh < 0 || fromHigh == 0 && highIn);
    }

    /** A day is never compared with a number. */
    private boolean sameLine(Object value) {
        return value instanceof LocalDate == day && value instanceof String == time;
    }

    private static boolean isDay(String text) {
        return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private static boolean isTime(String text) {
        return text.indexOf(':') > 0;
    }

    private static BigDecimal onLine(String text) {
        if (isDay(text)) {
            return place(LocalDate.parse(text));
        }
        return isTime(text) ? minutes(text) : new BigDecimal(text);
    }

    private static BigDecimal minutes(String text) {
        return BigDecimal.valueOf(Long.parseLong(text.substring(0, 2)) * 60 + Long.parseLong(text.substring(3, 5)));
    }

    /** Where a value lies on its line; null if it has no place. */
    private static BigDecimal place(Object value) {
        if (value instanceof LocalDate day) {
            return BigDecimal.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day));
        }
        if (value instanceof BigDecimal number) {
            return number;
        }
        return value instanceof String text && text.matches("[0-9]{2}:[0-9]{2}") ? minutes(text) : null;
    }

    /** Values of the field on both sides of every edge of this condition: one of each way in which it can turn out. */
    List<Object> sides() {
        if (cell.column().test() == fr.optam.fact.flat.Test.YES) {
            return List.of(Boolean.TRUE, Boolean.FALSE);
        }
        if (!codes.isEmpty()) {
            Set<Object> sides = new HashSet<>(codes);
            sides.add("?");
            return List.copyOf(sides);
        }
        String text = cell.text().strip();
        if (isDay(text)) {
            LocalDate day = LocalDate.parse(text);
            return List.of(day.minusDays(1), day, day.plusDays(1));
        }
        if (isTime(text)) {
            int at = minutes(text).intValueExact();
            return java.util.stream.IntStream.rangeClosed(at - 1, at + 1)
                    .filter(minute -> minute >= 0 && minute < 24 * 60)
                    .mapToObj(minute ->
                            (Object) String.format(java.util.Locale.ROOT, "%02d:%02d", minute / 60, minute % 60))
                    .toList();
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(6);
        BigDecimal edge = new BigDecimal(text);
        return List.of(edge.subtract(step), edge, edge.add(step));
    }
}
