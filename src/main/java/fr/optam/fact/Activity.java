package fr.optam.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Activity of one civil year.
 *
 * @param year civil year
 * @param actCounts number of acts by category; an absent category is unknown; empty map if nothing is known
 * @param reimbursableFees EUR, at sector-1 tariffs without lump sums; may be negative after regularisations
 * @param overruns EUR, recalculated against sector-1 tariffs
 * @param opposableFees EUR, of acts billed without overrun
 */
public record Activity(
        int year,
        Map<String, Long> actCounts,
        Optional<BigDecimal> reimbursableFees,
        Optional<BigDecimal> overruns,
        Optional<BigDecimal> opposableFees) {

    /** Sorts the counts by category, so that nothing depends on the order of the input. */
    public Activity {
        actCounts = java.util.Collections.unmodifiableMap(new TreeMap<>(actCounts));
    }
}
