package fr.optam.analysis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A box: what each field tested by a table may hold. One point of it is its {@link #sample()}.
 *
 * @param choices by field, every tested field that has a domain, in the order of the columns
 * @param sample one value a field that together lie in the region; a field without value is not in it
 */
public record Region(Map<String, Choice> choices, Map<String, Object> sample) {

    /** Copies both, keeping their order. */
    public Region {
        choices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        sample = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sample));
    }

    /** The region without limits. */
    static Region everywhere() {
        return new Region(Map.of(), Map.of());
    }

    /** The fields that it limits. */
    public List<Choice> limits() {
        Collection<Choice> all = choices.values();
        return all.stream().filter(c -> !c.any()).toList();
    }

    /**
     * Whether a fact lies in it.
     *
     * @param value value of a field as facts hold it: String, BigDecimal, LocalDate, Boolean; null if it has none
     */
    public boolean holds(Function<String, Object> value) {
        return choices.values().stream().allMatch(c -> c.admits(value.apply(c.field())));
    }
}
