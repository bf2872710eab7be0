package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;

/** Cells in words. */
final class Wording {
    /** An empty condition. */
    static final Sentence ANY = new Sentence("vide (toute valeur)", "empty (any value)");

    /** An empty cell of a list or an empty outcome. */
    static final Sentence EMPTY = new Sentence("vide", "empty");

    /** A row that is there. */
    static final Sentence ROW = new Sentence("la ligne", "the row");

    /** A row that is not. */
    static final Sentence NO_ROW = new Sentence("pas de ligne", "no row");

    private Wording() {}

    static Sentence same(String text) {
        return new Sentence(text, text);
    }

    /** A bound with its comparison. */
    static Sentence bound(Test test, String text) {
        String sign =
                switch (test) {
                    case AT_LEAST -> "≥";
                    case ABOVE -> ">";
                    case AT_MOST -> "≤";
                    case BELOW -> "<";
                    default -> "=";
                };
        return same(sign + " " + text);
    }
}
