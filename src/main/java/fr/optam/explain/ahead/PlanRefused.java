package fr.optam.explain.ahead;

import fr.optam.decision.Sentence;

/** A plan that does not go with the facts. */
public final class PlanRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final transient Sentence what;
    private final transient Sentence hint;

    PlanRefused(String where, Sentence what, Sentence hint) {
        super(where + ": " + what.en());
        this.where = where;
        this.what = what;
        this.hint = hint;
    }

    /** Which part of the plan, as its option is called. */
    public String where() {
        return where;
    }

    /** What is wrong, with the value. */
    public Sentence what() {
        return what;
    }

    /** What would help. */
    public Sentence hint() {
        return hint;
    }
}
