package fr.optam.cohort;

import static fr.optam.cohort.RejectReason.VALUE_FORMAT;
import static fr.optam.cohort.RejectReason.VALUE_NOT_A_DATE;
import static fr.optam.cohort.RejectReason.VALUE_NOT_A_NUMBER;
import static fr.optam.cohort.RejectReason.VALUE_OUT_OF_RANGE;
import static fr.optam.cohort.RejectReason.VALUE_TOO_PRECISE;
import static fr.optam.cohort.RejectReason.VALUE_UNKNOWN_CODE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/** Reads the text of one value, the same for a cell and for a JSON string; nothing is trimmed, rounded or guessed. */
final class Values {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Values() {}

    /** A day {@code 2025-03-01}, 1900 to 2199. */
    static LocalDate date(String text) throws Defect {
        if (text.length() != 10
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || !digits(text, 0, 4)
                || !digits(text, 5, 7)
                || !digits(text, 8, 10)) {
            throw new Defect(VALUE_FORMAT, dateHint(text));
        }
        int year = (int) number(text, 0, 4);
        LocalDate day;
        try {
            day = LocalDate.of(year, (int) number(text, 5, 7), (int) number(text, 8, 10));
        } catch (DateTimeException notADay) {
            throw new Defect(VALUE_NOT_A_DATE);
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Defect(VALUE_OUT_OF_RANGE, FIRST_YEAR + "–" + LAST_YEAR);
        }
        return day;
    }

    /** Minutes after midnight of a time {@code 14:30}. */
    static int minutes(String text) throws Defect {
        if (text.length() != 5 || text.charAt(2) != ':' || !digits(text, 0, 2) || !digits(text, 3, 5)) {
            throw new Defect(VALUE_FORMAT, "HH:MM");
        }
        long hour = number(text, 0, 2);
        long minute = number(text, 3, 5);
        if (hour > 23 || minute > 59) {
            throw new Defect(VALUE_FORMAT, "00:00–23:59");
        }
        return (int) (hour * 60 + minute);
    }

    /** A decimal with a point as whole units of its last decimal: {@code 12.5} with two decimals is 1250. */
    static long decimal(String text, int precision, int scale) throws Defect {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        if (start == end
                || !digits(text, start, end)
                || point == text.length() - 1
                || point >= 0 && !digits(text, point + 1, text.length())) {
            throw new Defect(VALUE_NOT_A_NUMBER, numberHint(text));
        }
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (decimals > scale) {
            throw new Defect(VALUE_TOO_PRECISE);
        }
        while (start < end - 1 && text.charAt(start) == '0') {
            start++;
        }
        if (end - start > precision - scale) {
            throw new Defect(VALUE_OUT_OF_RANGE);
        }
        long value = number(text, start, end);
        for (int i = 0; i < scale; i++) {
            value = value * 10 + (i < decimals ? text.charAt(point + 1 + i) - '0' : 0);
        }
        return text.charAt(0) == '-' ? -value : value;
    }

    /** A whole number within bounds. */
    static long whole(String text, long minimum, long maximum) throws Defect {
        long value = decimal(text, 18, 0);
        if (value < minimum || value > maximum) {
            throw new Defect(VALUE_OUT_OF_RANGE);
        }
        return value;
    }

    /** {@code true} or {@code false}. */
    static boolean bool(String text) throws Defect {
        if (text.equals("true")) {
            return true;
        }
        if (text.equals("false")) {
            return false;
        }
        throw new Defect(VALUE_FORMAT, "true, false");
    }

    /** A code of the list. */
    static String code(String text, Set<String> codes) throws Defect {
        if (!codes.contains(text)) {
            throw new Defect(outerSpaces(text) ? VALUE_FORMAT : VALUE_UNKNOWN_CODE, Closest.to(text, codes));
        }
        return text;
    }

    /** Text of 1 to {@code length} characters, without control characters and outer spaces. */
    static String text(String text, int length) throws Defect {
        if (text.isEmpty()
                || text.length() > length && text.codePointCount(0, text.length()) > length
                || outerSpaces(text)
                || control(text)) {
            throw new Defect(VALUE_FORMAT);
        }
        return text;
    }

    /** Up to {@code length} letters or digits of modifiers, in alphabetical order. */
    static String letters(String text, int length) throws Defect {
        boolean sound = text.length() <= length;
        for (int i = 0; i < text.length() && sound; i++) {
            char c = text.charAt(i);
            sound = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        if (!sound) {
            throw new Defect(VALUE_FORMAT);
        }
        if (text.length() < 2) {
            return text;
        }
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    /** Whether all characters of the range are ASCII digits. */
    static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean control(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static long number(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static boolean outerSpaces(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0))
                        || Character.isWhitespace(text.charAt(text.length() - 1))
                        || text.charAt(0) == '\u00a0'
                        || text.charAt(text.length() - 1) == '\u00a0');
    }

    private static String dateHint(String text) {
        if (text.length() == 8 && digits(text, 0, 8)) {
            return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
        }
        if (text.length() == 10 && text.charAt(2) == '/' && text.charAt(5) == '/') {
            return text.substring(6) + "-" + text.substring(3, 5) + "-" + text.substring(0, 2);
        }
        return "";
    }

    private static String numberHint(String text) {
        String point = text.strip().replace(',', '.');
        return !point.equals(text) && point.matches("-?[0-9]+([.][0-9]+)?") ? point : "";
    }
}
