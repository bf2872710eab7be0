package fr.optam.cohort;

import static fr.optam.cohort.RejectReason.VALUE_FORMAT;
import static fr.optam.cohort.RejectReason.VALUE_OUT_OF_RANGE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a cell of a column may hold, and how it is kept: as text, or as a whole number.
 *
 * <p>Beside the reading in Java each cell says in SQL which texts are sound beyond doubt: a shortcut for Parquet, where
 * millions of sound cells need not pass through Java. The condition may be narrower than the reading, never wider. In
 * it, {@code {cell}} is the text of a filled cell.
 */
sealed interface Cell {
    /** SQL condition under which the reading accepts the text; {@code false} leaves all to the reading. */
    String sound();

    /**
     * SQL condition under which a value is sound that a file keeps in a type of its own and not as text.
     *
     * @param type SQL type of the column
     * @return empty if it takes the reading to tell
     */
    default Optional<String> sound(String type) {
        return type.equals("VARCHAR") && this instanceof Text && !sound().equals("false")
                ? Optional.of(sound())
                : Optional.empty();
    }

    /** Kept as text. */
    non-sealed interface Text extends Cell {
        /**
         * Forms that a text has, all of them, if it is sound, filled and no other text is kept as the same: each is
         * judged once for each text of a dictionary, not for each row.
         *
         * @return empty if forms do not tell
         */
        default List<String> forms() {
            return List.of();
        }

        /** The text to keep, {@code null} if the cell says "unknown". */
        String read(String cell) throws Defect;

        /** The text that is kept of a sound cell, in SQL. */
        default String kept() {
            return "{cell}";
        }

        @Override
        default String sound() {
            return "false";
        }
    }

    /** Kept as a whole number. */
    non-sealed interface Number extends Cell {
        /** The number to keep. */
        long read(String cell) throws Defect;

        /** What the number counts, and how it is written to the table. */
        Unit unit();

        @Override
        default String sound() {
            return "false";
        }
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

    /** As {@link Text}, from a function and what is sound and kept in SQL. */
    static Text text(Text read, String sound, String kept, String... forms) {
        List<String> all = List.of(forms);
        return new Text() {
            @Override
            public List<String> forms() {
                return all;
            }

            @Override
            public String read(String cell) throws Defect {
                return read.read(cell);
            }

            @Override
            public String sound() {
                return sound;
            }

            @Override
            public String kept() {
                return kept;
            }
        };
    }

    /** A code of a list. */
    static Text code(Set<String> codes) {
        return text(cell -> Values.code(cell, codes), in(codes), "{cell}", String.join("|", codes));
    }

    /** A code that has a form before it is in a list, so that a lost zero is not called an unknown code. */
    static Text code(Set<String> codes, String form, UnaryOperator<String> hint) {
        Pattern pattern = Pattern.compile(form);
        Text reading = cell -> {
            if (!codes.contains(cell) && !pattern.matcher(cell).matches()) {
                throw new Defect(VALUE_FORMAT, hint.apply(cell));
            }
            return Values.code(cell, codes);
        };
        return text(reading, in(codes), "{cell}", String.join("|", codes));
    }

    /** Text of a form. */
    static Text form(String form) {
        Pattern pattern = Pattern.compile(form);
        Text reading = cell -> {
            if (!pattern.matcher(cell).matches()) {
                throw new Defect(VALUE_FORMAT);
            }
            return cell;
        };
        return text(reading, matches(form), "{cell}", form);
    }

    /** A day. */
    static Number date() {
        return number(
                Unit.DAYS,
                cell -> Values.date(cell).toEpochDay(),
                matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                        + " AND coalesce(try_cast({cell} AS DATE) BETWEEN DATE '1900-01-01' AND DATE '2199-12-31', false)",
                "{cell} BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'");
    }

    /** A time of the day. */
    static Number time() {
        return number(
                Unit.MINUTES,
                Values::minutes,
                matches("([01][0-9]|2[0-3]):[0-5][0-9]"),
                "{cell} <= TIME '23:59' AND microsecond({cell}) = 0");
    }

    /** {@code true} or {@code false}. */
    static Number bool() {
        return number(Unit.BOOLEAN, cell -> Values.bool(cell) ? 1 : 0, "{cell} IN ('true', 'false')", "true");
    }

    /** A whole number that fits {@code INTEGER}. */
    static Number integer(int minimum, int maximum) {
        return whole(Unit.INTEGER, minimum, maximum);
    }

    private static Number whole(Unit unit, long minimum, long maximum) {
        return number(
                unit,
                cell -> Values.whole(cell, minimum, maximum),
                matches("[0-9]{1,9}") + " AND " + within("BIGINT", Long.toString(minimum), Long.toString(maximum)),
                "{cell} BETWEEN " + minimum + " AND " + maximum);
    }

    /** A count. */
    static Number count() {
        return whole(Unit.BIGINT, 0, 999_999_999);
    }

    /** Money of either sign, EUR. */
    static Number money(int precision) {
        return number(
                Unit.DECIMAL,
                cell -> Values.decimal(cell, precision, 2),
                matches(decimal("-?", precision - 2, 2)),
                "abs({cell}) < " + BigDecimal.TEN.pow(precision - 2));
    }

    /** Money of at least so many cents. */
    static Number money(int precision, long minimum) {
        return number(
                Unit.DECIMAL,
                cell -> bounded(Values.decimal(cell, precision, 2), minimum, Long.MAX_VALUE, ""),
                matches(decimal("", precision - 2, 2)) + " AND "
                        + within("DECIMAL(18,2)", BigDecimal.valueOf(minimum, 2).toString(), "9999999999999999"),
                "{cell} >= " + BigDecimal.valueOf(minimum, 2) + " AND {cell} < " + BigDecimal.TEN.pow(precision - 2));
    }

    /** A rate from 0 up to a maximum in ten-thousandths. */
    static Number rate(long maximum) {
        return number(
                Unit.DECIMAL,
                cell -> bounded(Values.decimal(cell, 6, 4), 0, maximum, ratioHint(cell)),
                matches(decimal("", 2, 4)) + " AND "
                        + within(
                                "DECIMAL(18,4)",
                                "0",
                                BigDecimal.valueOf(maximum, 4).toString()),
                "{cell} BETWEEN 0 AND " + BigDecimal.valueOf(maximum, 4));
    }

    /** How a probable percentage is written as a ratio; empty if it is none. */
    static String ratioHint(String percentage) {
        BigDecimal value = new BigDecimal(percentage);
        return value.compareTo(BigDecimal.ONE) > 0 && value.compareTo(new BigDecimal(999)) < 0
                ? value.movePointLeft(2).toPlainString()
                : "";
    }

    private static long bounded(long value, long minimum, long maximum, String hint) throws Defect {
        if (value < minimum || value > maximum) {
            throw new Defect(VALUE_OUT_OF_RANGE, hint);
        }
        return value;
    }

    private static Number number(Unit unit, Reading reading, String sound, String bounds) {
        return new ReadNumber(unit, reading, sound, bounds);
    }

    /** SQL condition under which a text has a form. */
    static String matches(String form) {
        return "regexp_full_match({cell}, '" + form + "')";
    }

    private static String decimal(String sign, int whole, int decimals) {
        return sign + "[0-9]{1," + whole + "}([.][0-9]{1," + decimals + "})?";
    }

    private static String within(String type, String minimum, String maximum) {
        return "coalesce(try_cast({cell} AS " + type + ") BETWEEN " + minimum + " AND " + maximum + ", false)";
    }

    private static String in(Set<String> codes) {
        return "{cell} IN ('" + String.join("', '", codes) + "')";
    }

    /** Reads a number from text. */
    @FunctionalInterface
    interface Reading {
        /** The number. */
        long read(String cell) throws Defect;
    }

    /** A number by its reading. */
    record ReadNumber(Unit unit, Reading reading, String sound, String bounds) implements Number {
        private static final Pattern CENTS = Pattern.compile("DECIMAL\\([0-9]+,[012]\\)");
        private static final Set<String> WHOLE =
                Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

        @Override
        public Optional<String> sound(String type) {
            boolean own =
                    switch (unit) {
                        case DAYS -> type.equals("DATE");
                        case MINUTES -> type.equals("TIME");
                        case DECIMAL -> CENTS.matcher(type).matches();
                        case INTEGER, BIGINT -> WHOLE.contains(type);
                        case BOOLEAN -> type.equals("BOOLEAN");
                    };
            return own ? Optional.of(bounds) : Optional.empty();
        }

        @Override
        public long read(String cell) throws Defect {
            return reading.read(cell);
        }
    }
}
