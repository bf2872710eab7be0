package fr.optam.rulebook.xlsx;

/** A file that is no workbook, or one that is not safe to read. */
public final class WorkbookRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code kind of refusal
     * @param message what is wrong, without the file's name
     */
    public WorkbookRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Kind of refusal, a stable code. */
    public String code() {
        return code;
    }
}
