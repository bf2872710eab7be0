package fr.optam.compare.trend;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure that a cohort is held against.
 *
 * @param measure the measure
 * @param group whom it is about
 * @param value share or rate
 * @param year civil year; empty for a target of every year
 * @param official whether it was published, a point of comparison; else a target that the caller gave or a row says
 * @param words what it is
 * @param at cell it stands in; empty for one of the caller
 * @param sources ids of the sources
 * @param confidence grade
 */
public record Target(
        String measure,
        Group group,
        BigDecimal value,
        Optional<Integer> year,
        boolean official,
        Sentence words,
        String at,
        List<String> sources,
        String confidence) {
    private static final String LIST = "reference/cibles";

    /** The rows of the list. */
    public static List<Target> of(Rulebook rulebook) {
        return rulebook.list(LIST).map(PlainTable::rows).orElse(List.of()).stream()
                .map(Target::of)
                .toList();
    }

    private static Target of(PlainRow row) {
        return new Target(
                text(row, "measure"),
                new Group(Group.By.valueOf(text(row, "scope")), text(row, "code")),
                (BigDecimal) row.values().get("value"),
                Optional.ofNullable((BigDecimal) row.values().get("onYear")).map(BigDecimal::intValueExact),
                text(row, "kind").equals("REFERENCE"),
                new Sentence(text(row, "fr"), text(row, "en")),
                row.at("value"),
                row.citation().sources(),
                row.citation().confidence().name());
    }

    /** A share of members among those who may join that the caller aims at. */
    public static Target given(BigDecimal share) {
        return new Target(
                "memberShare",
                Group.ALL,
                share,
                Optional.empty(),
                false,
                new Sentence("cible donnée à l’appel", "target given with the call"),
                "",
                List.of(),
                "");
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }
}
