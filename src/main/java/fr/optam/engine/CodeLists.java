package fr.optam.engine;

import fr.optam.rulebook.Rulebook;
import java.util.List;

/**
 * The code lists of a rulebook for each code of which there is a fact.
 *
 * @param rulebook the rulebook
 * @param options tariff options
 * @param rates rates that are committed to
 * @param components components of amounts
 * @param categories act categories that count
 * @param optionLetters letters tied to the option
 */
record CodeLists(
        Rulebook rulebook,
        List<String> options,
        List<String> rates,
        List<String> components,
        List<String> categories,
        List<String> optionLetters) {

    static CodeLists of(Rulebook rulebook) {
        return new CodeLists(
                rulebook,
                codes(rulebook, "reference/options", "option"),
                codes(rulebook, "reference/engagements", "rate"),
                codes(rulebook, "reference/composantes", "component"),
                codes(rulebook, "reference/categories-comptees", "category"),
                codes(rulebook, "reference/modificateurs-option", "letter"));
    }

    /** Whether there are facts of the same codes. */
    boolean isSame(CodeLists other) {
        return options.equals(other.options)
                && rates.equals(other.rates)
                && components.equals(other.components)
                && categories.equals(other.categories)
                && optionLetters.equals(other.optionLetters);
    }

    private static List<String> codes(Rulebook rulebook, String list, String column) {
        return rulebook.list(list).stream()
                .flatMap(t -> t.rows().stream())
                .map(r -> String.valueOf(r.values().get(column)))
                .distinct()
                .sorted()
                .toList();
    }
}
