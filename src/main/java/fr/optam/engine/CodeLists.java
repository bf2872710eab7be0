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
    /** Columns of which there is a fact or a count for each code. */
    static final List<String> COLUMNS = List.of(
            "reference/options!option",
            "reference/engagements!rate",
            "reference/composantes!component",
            "reference/categories-comptees!category",
            "reference/modificateurs-option!letter");

    static CodeLists of(Rulebook rulebook) {
        return new CodeLists(
                rulebook,
                codes(rulebook, COLUMNS.get(0)),
                codes(rulebook, COLUMNS.get(1)),
                codes(rulebook, COLUMNS.get(2)),
                codes(rulebook, COLUMNS.get(3)),
                codes(rulebook, COLUMNS.get(4)));
    }

    /** Whether there are facts of the same codes. */
    boolean isSame(CodeLists other) {
        return options.equals(other.options)
                && rates.equals(other.rates)
                && components.equals(other.components)
                && categories.equals(other.categories)
                && optionLetters.equals(other.optionLetters);
    }

    private static List<String> codes(Rulebook rulebook, String place) {
        String[] at = place.split("!");
        return rulebook.list(at[0]).stream()
                .flatMap(t -> t.rows().stream())
                .map(r -> String.valueOf(r.values().get(at[1])))
                .distinct()
                .sorted()
                .toList();
    }
}
