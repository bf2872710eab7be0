package fr.optam.compare;

/** What was to be compared is not there or can't be read. */
public final class CompareRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String hint;
    private final boolean use;

    CompareRefused(String where, String message, String hint, boolean use) {
        super(message);
        this.where = where;
        this.hint = hint;
        this.use = use;
    }

    /** What the user named does not exist. */
    static CompareRefused use(String where, String message, String hint) {
        return new CompareRefused(where, message, hint, true);
    }

    /** Something failed. */
    static CompareRefused failed(String where, String message, String hint) {
        return new CompareRefused(where, message, hint, false);
    }

    /** The file, folder or revision. */
    public String where() {
        return where;
    }

    /** What was perhaps meant. */
    public String hint() {
        return hint;
    }

    /** Whether the call was wrong, rather than something failed. */
    public boolean wrongUse() {
        return use;
    }
}
