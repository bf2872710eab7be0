package fr.optam.cohort;

import static fr.optam.cohort.RejectReason.VALUE_FORMAT;
import static fr.optam.cohort.RejectReason.VALUE_OUT_OF_RANGE;

import java.util.Set;
import java.util.regex.Pattern;

/** What a cell of a column may hold, and how it is kept: as text, or as a whole number. */
sealed interface Cell {
    /** Kept as text. */
    non-sealed interface Text extends Cell {
        /** The text to keep, {@code null} if the cell says "unknown". */
        String read(String cell) throws Defect;
    }

    /** Kept as a whole number: days, minutes, cents, counts, 0 and 1. */
    non-sealed interface Number extends Cell {
        /** The number to keep. */
        long read(String cell) throws Defect;

        /** How the number is written to the table. */
        Unit unit();
    }

    /** What the whole number counts. */
    enum Unit {
        DAYS,
        MINUTES,
        DECIMAL,
        INTEGER,
        BIGINT,
        BOOLEAN
    }

    /** As {@link Text}, from a function. */
    static Text text(Text read) {
        return read;
    }

    /** A code of a list. */
    static Text code(Set<String> codes) {
        return cell -> Values.code(cell, codes);
    }

    /** A code that has a form before it is in a list, so that a lost zero is not called an unknown code. */
    static Text code(Set<String> codes, String form, java.util.function.UnaryOperator<String> hint) {
        Pattern pattern = Pattern.compile(form);
        return cell -> {
            if (!codes.contains(cell) && !pattern.matcher(cell).matches()) {
                throw new Defect(VALUE_FORMAT, hint.apply(cell));
            }
            return Values.code(cell, codes);
        };
    }

    /** Text of a form. */
    static Text form(String form) {
        Pattern pattern = Pattern.compile(form);
        return cell -> {
            if (!pattern.matcher(cell).matches()) {
                throw new Defect(VALUE_FORMAT);
            }
            return cell;
        };
    }

    /** A day. */
    static Number date() {
        return number(Unit.DAYS, cell -> Values.date(cell).toEpochDay());
    }

    /** A time of the day. */
    static Number time() {
        return number(Unit.MINUTES, Values::minutes);
    }

    /** {@code true} or {@code false}. */
    static Number bool() {
        return number(Unit.BOOLEAN, cell -> Values.bool(cell) ? 1 : 0);
    }

    /** A whole number that fits {@code INTEGER}. */
    static Number integer(int minimum, int maximum) {
        return number(Unit.INTEGER, cell -> Values.whole(cell, minimum, maximum));
    }

    /** A count. */
    static Number count() {
        return number(Unit.BIGINT, cell -> Values.whole(cell, 0, 999_999_999));
    }

    /** Money of either sign, EUR. */
    static Number money(int precision) {
        return money(precision, Long.MIN_VALUE);
    }

    /** Money of at least so many cents. */
    static Number money(int precision, long minimum) {
        return number(Unit.DECIMAL, cell -> bounded(Values.decimal(cell, precision, 2), minimum, Long.MAX_VALUE, ""));
    }

    /** A rate from 0 up to a maximum in ten-thousandths. */
    static Number rate(long maximum) {
        return number(Unit.DECIMAL, cell -> bounded(Values.decimal(cell, 6, 4), 0, maximum, ratioHint(cell)));
    }

    /** How a probable percentage is written as a ratio; empty if it is none. */
    static String ratioHint(String percentage) {
        java.math.BigDecimal value = new java.math.BigDecimal(percentage);
        return value.compareTo(java.math.BigDecimal.ONE) > 0 && value.compareTo(new java.math.BigDecimal(999)) < 0
                ? value.movePointLeft(2).toPlainString()
                : "";
    }

    private static long bounded(long value, long minimum, long maximum, String hint) throws Defect {
        if (value < minimum || value > maximum) {
            throw new Defect(VALUE_OUT_OF_RANGE, hint);
        }
        return value;
    }

    private static Number number(Unit unit, Reader reader) {
        return new Number() {
            @Override
            public long read(String cell) throws Defect {
                return reader.read(cell);
            }

            @Override
            public Unit unit() {
                return unit;
            }
        };
    }

    /** Reads a number from text. */
    @FunctionalInterface
    interface Reader {
        /** The number. */
        long read(String cell) throws Defect;
    }
}
