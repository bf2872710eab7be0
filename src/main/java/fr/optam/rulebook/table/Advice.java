package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;

/**
 * Why a cell does not hold what its column wants, and what was perhaps meant.
 *
 * @param cause what is wrong
 * @param hint "Peut-être …", "Maybe …"
 */
record Advice(Sentence cause, Sentence hint) {

    static Advice of(String fr, String en, String maybeFr, String maybeEn) {
        return new Advice(new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn));
    }

    /** With a value that was perhaps meant. */
    static Advice meant(String fr, String en, String value) {
        return of(fr, en, value + ".", value + ".");
    }
}
