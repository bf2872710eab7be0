package fr.optam.rulebook.drl;

import fr.optam.decision.Sentence;

/** What a DRL file may not hold. */
final class DrlInvalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final Sentence ROW = new Sentence(
            "Peut-être une formule dans out.let, ou une ligne d’une table, peut-elle le dire.",
            "Maybe a formula in out.let, or a row of a table, can say it.");

    private final transient Sentence said;
    private final transient Sentence hint;
    private final int offset;

    private DrlInvalid(Sentence said, Sentence hint, int offset) {
        super(said.en());
        this.said = said;
        this.hint = hint;
        this.offset = offset;
    }

    DrlInvalid(String fr, String en) {
        this(new Sentence(fr, en), ROW, -1);
    }

    DrlInvalid(String fr, String en, String maybeFr, String maybeEn) {
        this(new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn), -1);
    }

    /** The same, at a place of the text. */
    DrlInvalid at(int place) {
        return new DrlInvalid(said, hint, place);
    }

    /** What is wrong. */
    Sentence said() {
        return said;
    }

    /** What was perhaps meant. */
    Sentence hint() {
        return hint;
    }

    /** Place in the text; -1 for where the reader stands. */
    int offset() {
        return offset;
    }
}
