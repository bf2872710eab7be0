package fr.optam.engine;

import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as text in a decision: decimals without exponent, days as ISO dates, codes as they are. */
final class Texts {
    private static final int RATE_DECIMALS = 4;
    private static final int CENTS = 2;

    private Texts() {}

    /** Any value, numbers without trailing zeros. */
    static String plain(Object value) {
        if (value instanceof BigDecimal n) {
            BigDecimal s = n.stripTrailingZeros();
            return (s.scale() < 0 ? s.setScale(0) : s).toPlainString();
        }
        if (value instanceof Unknown u) {
            return "?" + String.join(",", u.paths());
        }
        return value == null ? "" : value.toString();
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
