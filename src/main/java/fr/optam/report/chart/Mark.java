package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.Optional;

/** What curves are held against. */
public sealed interface Mark {
    /** What it is, in few words. */
    String label();

    /** A value, {@code commitment}: a line across. */
    static Mark level(String label, BigDecimal y) {
        return new Level(label, y);
    }

    /** A place of the axis, {@code today}: a line up. */
    static Mark moment(String label, BigDecimal x) {
        return new Moment(label, x);
    }

    /** All values above one, {@code not allowed}: an area. */
    static Mark above(String label, BigDecimal y) {
        return new Zone(label, Optional.of(y), Optional.empty());
    }

    /** All values below one: an area. */
    static Mark below(String label, BigDecimal y) {
        return new Zone(label, Optional.empty(), Optional.of(y));
    }

    /** A line across. @param y its value */
    record Level(String label, BigDecimal y) implements Mark {}

    /** A line up. @param x its place, as of a point */
    record Moment(String label, BigDecimal x) implements Mark {}

    /** An area across. @param from lowest value @param to highest value */
    record Zone(String label, Optional<BigDecimal> from, Optional<BigDecimal> to) implements Mark {}
}
