package fr.optam.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dated interval under one option, both ends included.
 *
 * @param option code of the option
 * @param from first day
 * @param end how it ends
 * @param overrunRate overrun rate signed, ratio, up to four decimals
 * @param opposableShare opposable share signed, ratio, up to four decimals
 */
public record Membership(
        String option, LocalDate from, End end, Optional<BigDecimal> overrunRate, Optional<BigDecimal> opposableShare) {

    /** How a membership ends: on a day, not at all as far as known, or unknown. */
    public sealed interface End {
        /** Last day, included. */
        record On(LocalDate day) implements End {}

        /** Open: no end is set. */
        record Open() implements End {}

        /** Nothing is said of the end. */
        record Unknown() implements End {}
    }
}
