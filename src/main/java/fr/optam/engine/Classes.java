package fr.optam.engine;

import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives each value of one field a number, so that values which no condition tells apart have the same. Codes have a number
 * each, as long as there are not too many; of figures and days only the place among the bounds of all conditions counts.
 * With the value the confidence of what stated it is told apart.
 */
final class Classes {
    /** No value. */
    static final int NONE = 0;
    /** Too many codes were met: nothing is known by number. */
    static final int MANY = -1;

    private static final int GRADE_BITS = 3;
    private static final int YES = 1;
    private static final int NO = 2;
    private static final int KNOWN = 3;
    private static final int UNKNOWN = 4;
    private static final int FIGURES = 1 << 5;
    private static final int DAYS = 1 << 20;
    private static final int EXACT = 1 << 22;
    private static final int MOST_EXACT = 1000;
    private static final int MOST_FINE = 256;

    private final boolean raw;
    private final boolean codes;
    private final boolean figuresToo;
    private final BigDecimal[] figures;
    private final LocalDate[] days;
    private final Numbers exact = new Numbers(EXACT, MOST_EXACT);
    private final Numbers fine = new Numbers(EXACT + MOST_EXACT, MOST_FINE);

    /**
     * @param features all that conditions look at in the field
     * @param few whether the figures or days that it takes are few, so that they have a number each
     */
    Classes(Collection<Feature> features, boolean few) {
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        Set<LocalDate> dates = new TreeSet<>();
        boolean anyRaw = false;
        boolean anyCode = false;
        for (Feature feature : features) {
            if (feature instanceof Feature.Interval interval) {
                anyCode = true;
                for (Object bound : interval.bounds()) {
                    if (bound instanceof BigDecimal n) {
                        bounds.add(n);
                    } else if (bound instanceof LocalDate d) {
                        dates.add(d);
                    }
                }
            } else if (feature instanceof Feature.Zero) {
                bounds.add(BigDecimal.ZERO);
            } else {
                anyRaw |= feature instanceof Feature.Raw;
                anyCode |= feature instanceof Feature.Code;
            }
        }
        this.raw = anyRaw;
        this.codes = anyCode || anyRaw;
        this.figuresToo = anyRaw || few;
        this.figures = bounds.toArray(BigDecimal[]::new);
        this.days = dates.toArray(LocalDate[]::new);
    }

    /** Number of a value, {@link #NONE} or {@link #MANY}. */
    int of(Object value, Object origin) {
        return graded(plain(value), origin);
    }

    /** Number of a value with the confidence of what stated it, of its number without. */
    static int graded(int plain, Object origin) {
        return plain <= NONE
                ? plain
                : plain << GRADE_BITS
                        | (origin == null ? 0 : ((Origin) origin).confidence().ordinal() + 1);
    }

    /** Whether a number stands for one value alone. */
    static boolean isExact(int number) {
        int plain = number >> GRADE_BITS;
        return number >= NONE && (plain <= NO || plain >= EXACT);
    }

    /** Number of a value, whatever stated it. */
    int plain(Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof Boolean yes) {
            return yes ? YES : NO;
        }
        boolean figure = value instanceof BigDecimal || value instanceof LocalDate;
        if (figure ? figuresToo : codes) {
            int number = exact.of(value);
            if (number != MANY) {
                return number;
            }
        }
        return place(value, figure);
    }

    private int place(Object value, boolean figure) {
        if (figure ? raw : codes) {
            return MANY;
        }
        if (value instanceof Unknown) {
            return UNKNOWN;
        }
        if (value instanceof BigDecimal) {
            return figures.length == 0 ? KNOWN : FIGURES + place(figures, value);
        }
        return value instanceof LocalDate && days.length > 0 ? DAYS + place(days, value) : KNOWN;
    }

    @SuppressWarnings("unchecked")
    private static int place(Object[] bounds, Object value) {
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = low + high >>> 1;
            int sign = ((Comparable<Object>) value).compareTo(bounds[middle]);
            if (sign == 0) {
                return 2 * middle + 1;
            }
            if (sign > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    /** A number that stands for one value alone, though conditions do not tell it from others; MANY if it has none. */
    int fine(Object value, int plain) {
        return plain >= NONE && (plain <= NO || plain >= EXACT) ? plain : fine.of(value);
    }

    /** A value with its numbers, for whoever gives it often. */
    Numbered numbered(Object value) {
        int plain = plain(value);
        return new Numbered(value, plain, fine(value, plain));
    }

    /**
     * A value with its numbers, whatever states it.
     *
     * @param plain as conditions tell it from others
     * @param fine that of this value alone, or {@link #MANY}
     */
    record Numbered(Object value, int plain, int fine) {}
}
