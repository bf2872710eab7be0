package fr.optam.scenario.sheet;

import fr.optam.decision.Sentence;

/**
 * A mistake in a workbook of scenarios.
 *
 * @param code stable code of the kind of mistake
 * @param place {@code Sheet!C7}; empty for the whole file
 * @param message what is wrong, with the value
 * @param hint "Peut-être …", "Maybe …", or both empty
 */
public record Slip(String code, String place, Sentence message, Sentence hint) {
    private static final Sentence NONE = new Sentence("", "");

    static Slip of(String code, String place, String fr, String en) {
        return new Slip(code, place, new Sentence(fr, en), NONE);
    }

    /** The same with a word that was perhaps meant; without one if it is empty. */
    Slip maybe(String word) {
        return word.isEmpty() ? this : maybe(word, word);
    }

    Slip maybe(String fr, String en) {
        return new Slip(code, place, message, new Sentence("Peut-être " + fr + ".", "Maybe " + en + "."));
    }

    /** The same at another place. */
    Slip at(String other) {
        return new Slip(code, other, message, hint);
    }
}
