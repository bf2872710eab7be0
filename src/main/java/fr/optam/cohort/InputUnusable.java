package fr.optam.cohort;

import fr.optam.decision.Sentence;

/** The input as a whole can't be read: a required file or column is missing, or a file can't be read to its end. */
public final class InputUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    /** States what can't be used; the message is in English, {@code where: what. Maybe …}. */
    public InputUnusable(Trouble trouble, Throwable cause) {
        super(trouble.english(), cause);
        this.trouble = trouble;
    }

    /** The same, of its parts; empty texts for no hint. */
    InputUnusable(String code, Object where, Sentence what, Sentence hint) {
        this(new Trouble(code, where.toString(), what, hint), null);
    }

    /** Machine-readable code. */
    public String code() {
        return trouble.code();
    }

    /** What is wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
