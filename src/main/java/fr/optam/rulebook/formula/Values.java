package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.BinaryOperator;

/** Arithmetic on values of which some are unknown and some are none. The one place where anything is rounded. */
final class Values {
    private static final int CENTS = 2;
    private static final int RATE_DECIMALS = 6;
    private static final int POINTS_A_RATE = 2;
    private static final int MAX_DIGITS = 200;

    private Values() {}

    /** An unknown makes the result unknown; else a missing value makes it none. */
    static Object numbers(Object a, Object b, BinaryOperator<BigDecimal> op) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return op.apply(x, y);
        }
        return absent(a, b);
    }

    static Object absent(Object a, Object b) {
        if (a instanceof Unknown x) {
            return b instanceof Unknown y ? x.and(y) : x;
        }
        return b instanceof Unknown ? b : null;
    }

    /** A product; none past any number that a rule could mean, so that no formula grows without end. */
    static BigDecimal product(BigDecimal x, BigDecimal y) {
        return x.precision() + y.precision() > MAX_DIGITS ? null : x.multiply(y);
    }

    /** HALF_UP to the cent. */
    static BigDecimal round2(BigDecimal x) {
        return x.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /** HALF_UP to six decimals; none if the denominator is not above zero. */
    static BigDecimal ratio(BigDecimal a, BigDecimal b) {
        return b.signum() <= 0 ? null : a.divide(b, RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** A quotient HALF_UP to the cent; none if the divisor is not above zero. */
    static BigDecimal divided2(BigDecimal a, BigDecimal b) {
        return b.signum() <= 0 ? null : a.divide(b, CENTS, RoundingMode.HALF_UP);
    }

    /** Percentage points of a rate. */
    static BigDecimal points(BigDecimal rate) {
        return rate.movePointRight(POINTS_A_RATE);
    }

    /** The rate that makes so many points. */
    static BigDecimal rateOfPoints(BigDecimal points) {
        return points.movePointLeft(POINTS_A_RATE);
    }

    /** Negative, zero or positive; values of different kinds have no order. */
    @SuppressWarnings("unchecked")
    static Integer compare(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y);
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return x.compareTo(y);
        }
        if (a != null && b != null && a.getClass() == b.getClass() && a instanceof Comparable<?>) {
            return ((Comparable<Object>) a).compareTo(b);
        }
        return null;
    }

    static Object or(Object a, Object b) {
        if (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) {
            return Boolean.TRUE;
        }
        return a instanceof Unknown || b instanceof Unknown ? absent(a, b) : Boolean.FALSE;
    }

    static Object and(Object a, Object b) {
        if (isFalse(a) || isFalse(b)) {
            return Boolean.FALSE;
        }
        return a instanceof Unknown || b instanceof Unknown ? absent(a, b) : Boolean.TRUE;
    }

    /** A condition on a missing value does not hold. */
    static boolean isFalse(Object value) {
        return !Boolean.TRUE.equals(value) && !(value instanceof Unknown);
    }
}
