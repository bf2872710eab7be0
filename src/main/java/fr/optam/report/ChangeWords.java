package fr.optam.report;

import fr.optam.explain.Change;
import fr.optam.explain.Move;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Changes in words: three more acts, overruns lower by so many euros. */
final class ChangeWords {
    private static final List<String> FRENCH =
            List.of("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix");
    private static final List<String> ENGLISH =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final int ITEMS = 4;

    private final Page page;
    private final Figures figures;

    ChangeWords(Page page) {
        this.page = page;
        this.figures = new Figures(page.french());
    }

    /** Every move of a change. */
    String moves(Change change) {
        return change.moves().stream().map(this::move).collect(Collectors.joining(page.say(" et ", " and ")));
    }

    private String move(Move move) {
        return switch (move.unit()) {
            case "EUR" -> euros(move);
            case "COUNT" -> acts(move);
            default -> letters(move);
        };
    }

    private String euros(Move move) {
        boolean less = move.by().startsWith("-");
        String by = figures.euros(new BigDecimal(move.by()).abs().toPlainString());
        String values =
                figures.euros(move.to()) + page.say(" au lieu de ", " instead of ") + figures.euros(move.from());
        return page.say(move.fr(), move.en()) + year(move)
                + page.say(less ? " inférieurs de " : " supérieurs de ", less ? " lower by " : " higher by ") + by
                + " ("
                + values + items(move) + ")";
    }

    /** What of it falls to which act, if it is of acts. */
    private String items(Move move) {
        return move.items().isEmpty()
                ? ""
                : page.say("\u00A0; ", "; ")
                        + move.items().stream()
                                .limit(ITEMS)
                                .map(item -> page.say("acte ", "act ")
                                        + item.substring(0, item.lastIndexOf(':'))
                                        + page.say("\u00A0: ", ": ")
                                        + figures.euros(item.substring(item.lastIndexOf(':') + 1)))
                                .collect(Collectors.joining(", "))
                        + (move.items().size() > ITEMS ? ", …" : "");
    }

    private String acts(Move move) {
        boolean less = move.by().startsWith("-");
        int by = new BigDecimal(move.by()).abs().intValueExact();
        String acts = page.french()
                ? number(by) + " acte" + (by > 1 ? "s" : "") + (less ? " de moins" : " de plus")
                : number(by) + (less ? (by > 1 ? " fewer" : " less") : " more") + " act" + (by > 1 ? "s" : "");
        String[] parts = move.path().split("\\.");
        String category = page.label("CATEGORY", parts[parts.length - 1]);
        return acts + year(move) + " (" + category + page.say("\u00A0: ", ": ") + move.to()
                + page.say(" au lieu de ", " instead of ") + move.from() + ")";
    }

    private String letters(Move move) {
        String items = move.items().stream()
                .map(item -> item.substring(item.lastIndexOf(':') + 1)
                        + page.say(" de l’acte ", " of act ")
                        + item.substring(0, item.lastIndexOf(':')))
                .collect(Collectors.joining(", "));
        int some = move.items().size();
        if (some == 1) {
            return page.say("sans le modificateur ", "without modifier ") + items;
        }
        return page.say("sans " + number(some) + " modificateurs\u00A0: ", "without " + number(some) + " modifiers: ")
                + items;
    }

    private String year(Move move) {
        String[] parts = move.path().split("\\.");
        boolean dated = parts.length > 2 && parts[1].matches("[0-9]{4}");
        return dated ? page.say(" en ", " in ") + parts[1] : "";
    }

    private String number(int number) {
        return number < FRENCH.size() ? (page.french() ? FRENCH : ENGLISH).get(number) : String.valueOf(number);
    }
}
