package fr.optam.rulebook;

import java.util.Arrays;
import java.util.Optional;

/** What a figure counts, and so how it is shown. */
public enum Unit {
    /** Euros. */
    EUR,
    /** Ratio, 0.40 is 40 %. */
    RATE,
    /** Percentage points. */
    POINTS,
    /** Number of things. */
    COUNT,
    /** Civil year. */
    YEAR,
    /** Day. */
    DATE,
    /** Hour and minute. */
    TIME,
    /** Code. */
    CODE,
    /** Yes or no. */
    BOOL,
    /** Words. */
    TEXT;

    /** The unit of a name. */
    public static Optional<Unit> of(String name) {
        return Arrays.stream(values()).filter(u -> u.name().equals(name)).findFirst();
    }
}
