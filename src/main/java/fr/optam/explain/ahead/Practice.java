package fr.optam.explain.ahead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a practice amounts to in a year, or in a part of one.
 *
 * @param fees EUR, reimbursable fees; empty if unknown
 * @param overruns EUR, overruns; empty if unknown
 * @param opposable EUR, fees billed at opposable tariffs; empty if unknown
 * @param counts number of acts by category; an absent category is unknown
 */
public record Practice(
        Optional<BigDecimal> fees,
        Optional<BigDecimal> overruns,
        Optional<BigDecimal> opposable,
        SortedMap<String, Long> counts) {
    /** Digits of a ratio that is shown. */
    private static final int DIGITS = 6;

    /** Nothing is known. */
    static final Practice UNKNOWN =
            new Practice(Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    /** Amounts have two decimals. */
    public Practice {
        fees = fees.map(Practice::cents);
        overruns = overruns.map(Practice::cents);
        opposable = opposable.map(Practice::cents);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Overruns by fees, six decimals; empty if unknown or without fees. */
    public Optional<BigDecimal> overrunRate() {
        return share(overruns);
    }

    /** Fees at opposable tariffs by fees, six decimals; empty if unknown or without fees. */
    public Optional<BigDecimal> opposableShare() {
        return share(opposable);
    }

    private Optional<BigDecimal> share(Optional<BigDecimal> part) {
        return part.isPresent() && fees.filter(f -> f.signum() > 0).isPresent()
                ? Optional.of(part.get().divide(fees.get(), DIGITS, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Whether fees, overruns and fees at opposable tariffs are known. */
    public boolean known() {
        return fees.isPresent() && overruns.isPresent() && opposable.isPresent();
    }

    /** Number of acts of all categories that are known. */
    public long acts() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same with another amount of one dial. */
    Practice with(Amount amount, BigDecimal value) {
        return switch (amount) {
            case OVERRUNS -> new Practice(fees, Optional.of(value), opposable, counts);
            case OPPOSABLE -> new Practice(fees, overruns, Optional.of(value), counts);
            case EXTRA -> new Practice(fees.map(value::add), overruns, opposable.map(value::add), counts);
        };
    }

    /** All of it times a ratio: amounts rounded half up to the cent, counts down. */
    Practice times(BigDecimal numerator, BigDecimal denominator) {
        Map<String, Long> scaled = new TreeMap<>();
        counts.forEach((category, count) -> scaled.put(
                category,
                numerator
                        .multiply(BigDecimal.valueOf(count))
                        .divide(denominator, 0, RoundingMode.DOWN)
                        .longValueExact()));
        return new Practice(
                fees.map(a -> times(a, numerator, denominator)),
                overruns.map(a -> times(a, numerator, denominator)),
                opposable.map(a -> times(a, numerator, denominator)),
                new TreeMap<>(scaled));
    }

    private static BigDecimal times(BigDecimal amount, BigDecimal numerator, BigDecimal denominator) {
        return amount.multiply(numerator).divide(denominator, 2, RoundingMode.HALF_UP);
    }
}
