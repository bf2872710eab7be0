package fr.optam.rulebook;

import fr.optam.decision.Sentence;

/**
 * A finding about a rulebook, with its place.
 *
 * @param code stable code of the kind of finding
 * @param severity how much it weighs
 * @param file path below the rulebook, {@code decision-tables/…} or {@code rules-drl/…}
 * @param place {@code Table!C7} for a cell, {@code 12} for a line, empty for the whole file
 * @param message what is wrong, with the value
 * @param hint "Peut-être …", "Maybe …", or both empty
 */
public record RulebookProblem(
        String code, Severity severity, String file, String place, Sentence message, Sentence hint) {

    /** A mistake that keeps the rulebook from being used. */
    public static RulebookProblem error(String code, String file, String place, Sentence message, Sentence hint) {
        return new RulebookProblem(code, Severity.ERROR, file, place, message, hint);
    }

    /** The same with sentences that are equal in both languages. */
    public static RulebookProblem error(String code, String file, String place, String message, String hint) {
        return error(code, file, place, new Sentence(message, message), new Sentence(hint, hint));
    }

    /** One line: {@code where: what. Maybe …}. */
    public String text(boolean french) {
        String where = place.isEmpty() ? file : file + "!" + place;
        String what = french ? message.fr() : message.en();
        String maybe = french ? hint.fr() : hint.en();
        return where + ": " + what + (maybe.isEmpty() ? "" : " " + maybe);
    }

    /** The line in English. */
    public String text() {
        return text(false);
    }
}
