package fr.optam.cohort;

/** The input as a whole can't be read: a required file or column is missing, or a file can't be read to its end. */
public final class InputUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * States what can't be used.
     *
     * @param code machine-readable code, such as {@code COLUMN_MISSING}
     * @param message {@code where: what, with the value. Maybe …}
     */
    public InputUnusable(String code, String message) {
        super(message);
        this.code = code;
    }

    /** As above, with the failure underneath. */
    public InputUnusable(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Machine-readable code. */
    public String code() {
        return code;
    }
}
