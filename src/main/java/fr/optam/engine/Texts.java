package fr.optam.engine;

import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as text in a decision: decimals without exponent, days as ISO dates, codes as they are. */
final class Texts {
    private static final int RATE_DECIMALS = 4;
    private static final int CENTS = 2;
    private static final int GROUP = 3;

    private Texts() {}

    /** Any value, numbers without trailing zeros. */
    static String plain(Object value) {
        if (value instanceof BigDecimal n) {
            String digits = n.toPlainString();
            return n.scale() <= 0 ? digits : withoutZeros(digits);
        }
        if (value instanceof Unknown u) {
            return "?" + String.join(",", u.paths());
        }
        return value == null ? "" : value.toString();
    }

    private static String withoutZeros(String decimals) {
        int end = decimals.length();
        while (decimals.charAt(end - 1) == '0') {
            end--;
        }
        return decimals.substring(0, decimals.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** A figure for people: two decimals, digits in groups of three, as each language writes them. */
    static String decimals(BigDecimal n, boolean fr) {
        String digits = n.abs().setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
        int point = digits.length() - CENTS - 1;
        StringBuilder text = new StringBuilder(digits.length() + 6);
        if (n.signum() < 0) {
            text.append(fr ? '−' : '-');
        }
        for (int i = 0; i < point; i++) {
            if (i > 0 && (point - i) % GROUP == 0) {
                text.append(fr ? '\u00A0' : ',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(fr ? ',' : '.')
                .append(digits, point + 1, digits.length())
                .toString();
    }

    /** Euros with two decimals. */
    static String money(Object value) {
        return value instanceof BigDecimal n
                ? n.setScale(CENTS, RoundingMode.HALF_UP).toPlainString()
                : plain(value);
    }

    /** A rate or points, four decimals: comparisons were made before, on six. */
    static String rate(Object value) {
        return value instanceof BigDecimal n
                ? n.setScale(RATE_DECIMALS, RoundingMode.HALF_UP).toPlainString()
                : plain(value);
    }

    /** A value in the unit that an answer names. */
    static String inUnit(Object value, String unit) {
        return switch (unit) {
            case "rate", "share", "points" -> rate(value);
            case "EUR" -> money(value);
            default -> plain(value);
        };
    }
}
