package fr.optam.explain.ahead;

import fr.optam.decision.Confidence;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a simulation takes for granted: a row of the list {@code reference/hypotheses-simulation}.
 *
 * @param code which one, {@code PRACTICE_GOES_ON}
 * @param words what is supposed, figures as <code>{name}</code>
 * @param values figures by name
 * @param change the option that supposes something else; empty if there is none
 * @param confidence how well it is founded
 * @param row id of the row; empty if the list has none of this code
 * @param at file, sheet and cell of the row; empty if there is none
 */
public record Assumption(
        String code,
        Sentence words,
        SortedMap<String, Value> values,
        Optional<String> change,
        Confidence confidence,
        String row,
        String at) {
    private static final String LIST = "reference/hypotheses-simulation";

    /** Keeps the values as they are. */
    public Assumption {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * A figure.
     *
     * @param text as text
     * @param unit {@code EUR}, {@code rate}, {@code date}, a domain of labels in capitals, or empty for a text
     */
    public record Value(String text, String unit) {}

    /** What is supposed, in the words of the rulebook; as its code if the rulebook has none for it. */
    static Assumption of(Rulebook rulebook, String code, Map<String, Value> values) {
        SortedMap<String, Value> sorted = new TreeMap<>(values);
        return rulebook.list(LIST).stream()
                .map(PlainTable::rows)
                .flatMap(java.util.Collection::stream)
                .filter(each -> code.equals(each.values().get("assumption")))
                .findFirst()
                .map(row -> new Assumption(
                        code,
                        new Sentence(text(row, "fr"), text(row, "en")),
                        sorted,
                        Optional.of(text(row, "change")).filter(text -> !text.isEmpty()),
                        row.citation().confidence(),
                        row.id(),
                        row.at()))
                .orElse(new Assumption(
                        code, new Sentence(code, code), sorted, Optional.empty(), Confidence.INFERRED, "", ""));
    }

    private static String text(PlainRow row, String column) {
        return Optional.ofNullable(row.values().get(column))
                .map(String::valueOf)
                .orElse("");
    }
}
