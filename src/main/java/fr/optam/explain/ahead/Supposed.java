package fr.optam.explain.ahead;

import fr.optam.rulebook.Rulebook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is taken for granted, each thing once, in the order in which it was. */
final class Supposed {
    private final Rulebook rulebook;
    private final Map<String, Assumption> all = new LinkedHashMap<>();

    Supposed(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Something is supposed.
     *
     * @param code row of the list
     * @param values names and figures by turns: whole numbers, days, {@link Assumption.Value}, texts
     */
    void that(String code, Object... values) {
        Map<String, Assumption.Value> named = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put(String.valueOf(values[i]), value(values[i + 1]));
        }
        all.putIfAbsent(code, Assumption.of(rulebook, code, named));
    }

    private static Assumption.Value value(Object value) {
        if (value instanceof Assumption.Value whole) {
            return whole;
        }
        return new Assumption.Value(String.valueOf(value), value instanceof LocalDate ? "date" : "");
    }

    static Assumption.Value euros(BigDecimal amount) {
        return new Assumption.Value(amount.toPlainString(), "EUR");
    }

    static Assumption.Value rate(BigDecimal rate) {
        return new Assumption.Value(rate.toPlainString(), "rate");
    }

    List<Assumption> all() {
        return List.copyOf(all.values());
    }
}
