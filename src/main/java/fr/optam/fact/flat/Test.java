package fr.optam.fact.flat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The tests that a cell of a condition column can make. An unknown or empty field passes none of them but {@code ANY}. */
public enum Test {
    /** The field, or one of the codes it holds, is one of a list separated by {@code ;}; {@code ANY} passes all. */
    AMONG,
    /** The field is true for {@code OUI}, false for {@code NON}. */
    YES,
    /** The field is at or past the bound. */
    AT_LEAST,
    /** The field is past the bound. */
    ABOVE,
    /** The field is at or before the bound. */
    AT_MOST,
    /** The field is before the bound. */
    BELOW;

    private static final Pattern A_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern A_TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");
    private static final Pattern A_NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,10})?");

    /** The code that passes every value. */
    public static final String ANY = "ANY";

    /**
     * Reads the text of a cell.
     *
     * @throws IllegalArgumentException if the text is none that this test can use
     */
    public Object operand(String text) {
        return switch (this) {
            case AMONG -> Arrays.stream(text.split("[;,]")).map(String::strip).toList();
            case YES ->
                switch (text) {
                    case "OUI" -> Boolean.TRUE;
                    case "NON" -> Boolean.FALSE;
                    default -> throw new IllegalArgumentException("neither OUI nor NON");
                };
            default -> bound(text);
        };
    }

    private static Object bound(String text) {
        if (A_DAY.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("not a day of the calendar", e);
            }
        }
        if (A_TIME.matcher(text).matches()) {
            return text;
        }
        if (A_NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new IllegalArgumentException("neither a number, a date (2025-01-31) nor a time (08:00)");
    }

    /**
     * Makes the test.
     *
     * @param value value of the field
     * @param operand what {@link #operand} read
     */
    public boolean holds(Object value, Object operand) {
        if (this == AMONG) {
            List<?> list = (List<?>) operand;
            return list.contains(ANY) || (value instanceof String code && amongCodes(code, list));
        }
        if (this == YES) {
            return operand.equals(value);
        }
        if (value == null || value.getClass() != operand.getClass()) {
            return false;
        }
        int sign = value instanceof BigDecimal n
                ? n.compareTo((BigDecimal) operand)
                : value instanceof LocalDate d
                        ? d.compareTo((LocalDate) operand)
                        : ((String) value).compareTo((String) operand);
        return switch (this) {
            case AT_LEAST -> sign >= 0;
            case ABOVE -> sign > 0;
            case AT_MOST -> sign <= 0;
            default -> sign < 0;
        };
    }

    private static boolean amongCodes(String code, List<?> list) {
        if (list.contains(code)) {
            return true;
        }
        if (code.indexOf(';') >= 0) {
            for (String one : code.split(";")) {
                if (list.contains(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
