package fr.optam.scenario;

import fr.optam.decision.Sentence;

/**
 * Why a scenario cannot be read or decided, with its place.
 *
 * @param code stable code of the kind of mistake
 * @param file path below the folder of the scenarios
 * @param place {@code Sheet!C7} for a cell, a key for a YAML or JSON file, empty for the whole file
 * @param message what is wrong, with the value
 * @param hint "Peut-être …", "Maybe …", or both empty
 */
public record ScenarioProblem(String code, String file, String place, Sentence message, Sentence hint) {

    /** A mistake at a place as scenarios name it: a file, or a file with sheet and cell. */
    static ScenarioProblem at(String code, String at, Sentence message, Sentence hint) {
        int cut = at.indexOf('!');
        return cut < 0
                ? new ScenarioProblem(code, at, "", message, hint)
                : new ScenarioProblem(code, at.substring(0, cut), at.substring(cut + 1), message, hint);
    }

    /** One line: {@code where: what. Maybe …}. */
    public String text(boolean french) {
        String where = place.isEmpty() ? file : file + "!" + place;
        String maybe = Texts.in(hint, french);
        return (where.isEmpty() ? "" : where + ": ") + Texts.in(message, french) + (maybe.isEmpty() ? "" : " " + maybe);
    }
}
