package fr.optam.rulebook.table;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Grammar;
import fr.optam.rulebook.xlsx.Cell;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a cell does not hold what its column wants, and what was perhaps meant. */
final class CellAdvice {
    private static final Set<String> YES = Set.of("OUI", "O", "VRAI", "TRUE", "YES", "Y", "1", "X", "✓");
    private static final Set<String> NO = Set.of("NON", "N", "FAUX", "FALSE", "NO", "0");
    private static final Pattern HOUR =
            Pattern.compile("([0-9]{1,2}) ?[hH:.] ?([0-9]{2})?(?::[0-9]{2})?|([0-9]{2})([0-9]{2})|([0-9]{1,2})");

    private CellAdvice() {}

    /** For a column of a list. */
    static Advice of(Cell cell, ColumnType type, Collection<String> known) {
        return switch (type) {
            case RATE -> NumberAdvice.of(cell, true);
            case MONEY -> money(cell);
            case POINTS -> NumberAdvice.of(cell, false);
            case INT -> whole(cell);
            case DATE -> DateAdvice.of(cell);
            case YESNO -> yesNo(cell);
            case TIME -> time(cell);
            case YEARS ->
                Advice.of(
                        "pas une liste d’années séparées par «;»",
                        "no list of years separated by ;",
                        "2023;2024.",
                        "2023;2024.");
            case ID -> id();
            default -> CodeAdvice.of(cell, known);
        };
    }

    /** For a condition column, which may hold bounds of several kinds; others are cells of the same column. */
    static Advice of(Cell cell, Test test, Collection<String> known, List<String> others) {
        if (test == Test.AMONG) {
            return CodeAdvice.of(cell, known);
        }
        if (test == Test.YES) {
            return yesNo(cell);
        }
        boolean dates = others.stream().anyMatch(t -> t.matches("[0-9]{4}-.*"));
        boolean times = others.stream().anyMatch(t -> t.matches("[0-9]{2}:.*"));
        return dates || (others.isEmpty() && DateAdvice.iso(cell.text()).isPresent())
                ? DateAdvice.of(cell)
                : times ? time(cell) : NumberAdvice.of(cell, false);
    }

    static Advice id() {
        return Advice.of(
                "pas un identifiant de règle",
                "no rule id",
                "de la forme ELIG-ACO-010 : capitales, chiffres et tirets.",
                "in the form ELIG-ACO-010: capitals, digits and hyphens.");
    }

    private static Advice money(Cell cell) {
        return Grammar.isDecimal(cell.text())
                ? Advice.of(
                        "plus de deux décimales, alors qu’un montant est en euros et centimes",
                        "more than two decimals, where an amount is in euros and cents",
                        "un montant arrondi au centime, tel que 19.06.",
                        "an amount rounded to the cent, such as 19.06.")
                : NumberAdvice.of(cell, false);
    }

    private static Advice whole(Cell cell) {
        if (cell.text().matches("[+-]?[0-9]{1,12}\\.[0-9]{1,6}")) {
            return Advice.meant(
                    "des décimales, alors qu’un nombre entier est attendu",
                    "decimals, where a whole number is wanted",
                    cell.text().substring(0, cell.text().indexOf('.')));
        }
        return NumberAdvice.of(cell, false);
    }

    private static Advice yesNo(Cell cell) {
        String text = cell.text().strip().toUpperCase(Locale.ROOT);
        String fr = "ni OUI ni NON";
        String en = "neither OUI nor NON";
        return YES.contains(text)
                ? Advice.meant(fr, en, "OUI")
                : NO.contains(text)
                        ? Advice.meant(fr, en, "NON")
                        : Advice.of(fr, en, "OUI, NON, ou une cellule vide.", "OUI, NON, or an empty cell.");
    }

    private static Advice time(Cell cell) {
        Matcher m = HOUR.matcher(cell.text());
        String fr = "pas une heure";
        String en = "no time of day";
        if (!m.matches()) {
            return Advice.of(fr, en, "une heure telle que 08:00.", "a time such as 08:00.");
        }
        String hour = m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(5);
        String minute = m.group(1) != null && m.group(2) != null ? m.group(2) : m.group(4) != null ? m.group(4) : "00";
        String meant = (hour.length() == 1 ? "0" : "") + hour + ":" + minute;
        return meant.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
                ? Advice.meant(fr, en, meant)
                : Advice.of(
                        "une heure qui n’existe pas",
                        "a time that does not exist",
                        "une heure de 00:00 à 24:00.",
                        "a time from 00:00 to 24:00.");
    }
}
