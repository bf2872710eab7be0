package fr.optam.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A class of a distribution.
 *
 * @param from lowest value, itself in it; none if it is open below
 * @param to highest value, itself not in it; none if it is open above
 * @param counts how many values lie in it, one for each of the distributions drawn; none where it may not be shown
 */
public record Bin(Optional<BigDecimal> from, Optional<BigDecimal> to, List<Optional<BigDecimal>> counts) {
    /** Copies the list. */
    public Bin {
        counts = List.copyOf(counts);
    }

    /** A class between two values. */
    public static Bin of(BigDecimal from, BigDecimal to, long... counts) {
        return new Bin(
                Optional.of(from),
                Optional.of(to),
                java.util.Arrays.stream(counts)
                        .mapToObj(count -> Optional.of(BigDecimal.valueOf(count)))
                        .toList());
    }

    /** What it holds, in words. */
    String words(Measure measure, fr.optam.report.html.Lang lang) {
        String low = from.map(value -> measure.brief(value, lang)).orElse("");
        String high = to.map(value -> measure.brief(value, lang)).orElse("");
        if (from.isPresent() && to.isPresent()) {
            return lang.say("de " + low + " à " + high, low + " to " + high);
        }
        return from.isPresent()
                ? lang.say(low + " et plus", low + " and more")
                : lang.say("moins de " + high, "below " + high);
    }
}
