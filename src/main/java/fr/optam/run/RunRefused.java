package fr.optam.run;

import fr.optam.decision.Sentence;

/** A run that can't be begun, gone on with or read as asked; the message is {@code where: what. Maybe …}. */
public final class RunRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String where;
    private final transient Sentence what;
    private final transient Sentence hint;

    /**
     * @param code machine-readable code, {@code RUN_EXISTS}
     * @param where file or directory
     * @param what what is wrong, without a full stop
     * @param hint what to do, {@code Maybe …}, with a full stop
     */
    RunRefused(String code, Object where, Sentence what, Sentence hint) {
        super(where + ": " + what.en() + ". " + hint.en());
        this.code = code;
        this.where = where.toString();
        this.what = what;
        this.hint = hint;
    }

    /** No directory where a run is expected. */
    static RunRefused noDirectory(Object where) {
        return new RunRefused(
                "RUN_UNREADABLE",
                where,
                new Sentence("aucun dossier à cet endroit", "no such directory"),
                new Sentence("Peut-être un autre nom.", "Maybe it has another name."));
    }

    /** Machine-readable code, {@code RUN_EXISTS}. */
    public String code() {
        return code;
    }

    /** File or directory concerned. */
    public String where() {
        return where;
    }

    /** What is wrong, without a full stop. */
    public Sentence what() {
        return what;
    }

    /** What to do about it. */
    public Sentence hint() {
        return hint;
    }
}
