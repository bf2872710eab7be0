package fr.optam.explain;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fact that practice can change, or that nobody can, as the list {@code reference/leviers} says.
 *
 * @param path path of the fact; {@code *} stands for one name
 * @param field field of the rules that holds it; empty if it can't be changed
 * @param changeable whether it can be changed
 * @param unit {@code EUR}, {@code COUNT} or {@code LETTERS}
 * @param step smallest change, in the unit
 * @param least smallest value, in the unit
 * @param most name of the fact beside it that it can't exceed; empty if there is none
 * @param reach how far above its value a search looks at most, in the unit
 * @param room field that says how far the facts of all acts of a year go down together; empty if they do not
 * @param name what it is called
 * @param why why it can't be changed
 */
record Lever(
        Pattern path,
        String field,
        boolean changeable,
        String unit,
        BigDecimal step,
        BigDecimal least,
        String most,
        BigDecimal reach,
        String room,
        Sentence name,
        Sentence why) {
    private static final String LETTERS = "LETTERS";
    private static final String COUNT = "COUNT";
    private static final String ACTS = "acts.";
    private static final String LIST = "reference/leviers";

    /** The levers of a rulebook, in their order. */
    static List<Lever> of(Rulebook rulebook) {
        return rulebook.list(LIST).map(PlainTable::rows).orElse(List.of()).stream()
                .map(Lever::of)
                .toList();
    }

    private static Lever of(PlainRow row) {
        return new Lever(
                Pattern.compile("\\Q" + text(row, "path").replace("*", "\\E.+\\Q") + "\\E"),
                text(row, "field"),
                Boolean.TRUE.equals(row.values().get("changeable")),
                text(row, "unit"),
                number(row, "step"),
                number(row, "least"),
                text(row, "most"),
                number(row, "reach"),
                text(row, "room"),
                new Sentence(text(row, "fr"), text(row, "en")),
                new Sentence(text(row, "whyFr"), text(row, "whyEn")));
    }

    private static String text(PlainRow row, String column) {
        return Optional.ofNullable(row.values().get(column))
                .map(String::valueOf)
                .orElse("");
    }

    private static BigDecimal number(PlainRow row, String column) {
        return row.values().get(column) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    /** Whether it is letters of acts that are left out. */
    boolean ofLetters() {
        return unit.equals(LETTERS);
    }

    /** Whether it is a number of acts on a line. */
    boolean ofQuantities() {
        return unit.equals(COUNT) && path.pattern().startsWith("\\Q" + ACTS);
    }

    /** Whether it is an amount of an act. */
    boolean ofAmounts() {
        return !room.isEmpty();
    }

    boolean is(String fact) {
        return path.matcher(fact).matches();
    }
}
