package fr.optam.cohort;

import java.math.BigDecimal;

/** Readings of money and rates from their text: padded, never rounded. */
final class Money {
    private static final int RATE_DECIMALS = 6;
    private static final int RATE_SCALE = 4;

    private Money() {}

    /** Money of either sign of at most so many digits, EUR, two decimals. */
    static FactsObject.Reading<BigDecimal> upTo(int precision) {
        return upTo(precision, Long.MIN_VALUE);
    }

    /** Money of at least so many cents. */
    static FactsObject.Reading<BigDecimal> upTo(int precision, long minimum) {
        return text -> {
            long cents = Values.decimal(text, precision, 2);
            if (cents < minimum) {
                throw new Defect(RejectReason.VALUE_OUT_OF_RANGE);
            }
            return BigDecimal.valueOf(cents, 2);
        };
    }

    /** A rate from 0 to a maximum; up to six decimals, those beyond the fourth kept if they say something. */
    static FactsObject.Reading<BigDecimal> rate(String maximum) {
        BigDecimal most = new BigDecimal(maximum);
        return text -> {
            BigDecimal rate = BigDecimal.valueOf(Values.decimal(text, RATE_DECIMALS + 2, RATE_DECIMALS), RATE_DECIMALS);
            if (rate.signum() < 0 || rate.compareTo(most) > 0) {
                throw new Defect(RejectReason.VALUE_OUT_OF_RANGE, Cell.ratioHint(text));
            }
            return scaled(rate);
        };
    }

    /** A rate with four decimals, or with as many more as say something. */
    static BigDecimal scaled(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < RATE_SCALE ? stripped.setScale(RATE_SCALE) : stripped;
    }
}
