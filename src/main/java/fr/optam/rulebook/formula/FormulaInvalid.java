package fr.optam.rulebook.formula;

import fr.optam.decision.Sentence;
import java.util.Optional;

/** A formula that can't be read. */
public final class FormulaInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a formula names and the rulebook does not have. */
    public enum Missing {
        /** A field. */
        FIELD,
        /** A list. */
        LIST,
        /** A column of a list. */
        COLUMN,
        /** A field that a rule table tests. */
        TESTED
    }

    /**
     * A name that the rulebook does not have.
     *
     * @param what what it names
     * @param list list of a column, else empty
     * @param name the name
     */
    public record Name(Missing what, String list, String name) {}

    private final transient Sentence said;
    private final transient Sentence hint;
    private final transient Name missing;

    /**
     * @param said what is wrong, with the words of the formula
     * @param hint "Peut-être …", "Maybe …"
     */
    FormulaInvalid(Sentence said, Sentence hint) {
        this(said, hint, null);
    }

    FormulaInvalid(Sentence said, Sentence hint, Name missing) {
        super(said.en());
        this.said = said;
        this.hint = hint;
        this.missing = missing;
    }

    /** What is wrong. */
    public Sentence said() {
        return said;
    }

    /** What was perhaps meant. */
    public Sentence hint() {
        return hint;
    }

    /** The name that the rulebook does not have, if that is what is wrong. */
    public Optional<Name> missing() {
        return Optional.ofNullable(missing);
    }
}
