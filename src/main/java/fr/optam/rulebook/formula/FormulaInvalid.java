package fr.optam.rulebook.formula;

/** A formula that can't be read. */
public final class FormulaInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, with the words of the formula */
    public FormulaInvalid(String message) {
        super(message);
    }
}
