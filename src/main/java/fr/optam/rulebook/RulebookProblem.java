package fr.optam.rulebook;

/**
 * A mistake in a rulebook, with its place.
 *
 * @param code stable code of the kind of mistake
 * @param file path below the rulebook, {@code decision-tables/…} or {@code rules-drl/…}
 * @param place {@code Table!C7} for a cell, {@code 12} for a line, empty for the whole file
 * @param message what is wrong, with the value
 * @param hint "Maybe …", or empty
 */
public record RulebookProblem(String code, String file, String place, String message, String hint) {

    /** One line: {@code where: what. Maybe …}. */
    public String text() {
        String where = place.isEmpty() ? file : file + "!" + place;
        return where + ": " + message + (hint.isEmpty() ? "" : " " + hint);
    }
}
