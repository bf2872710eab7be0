package fr.optam.rulebook.xlsx;

import fr.optam.decision.Sentence;

/** A file that is no workbook, or one that is not safe to read. */
public final class WorkbookRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Sentence OPEN = new Sentence(
            "Peut-être l’ouvrir dans un tableur et l’enregistrer de nouveau au format .xlsx.",
            "Maybe open it in a spreadsheet program and save it anew as .xlsx.");

    private final String code;
    private final transient Sentence said;
    private final transient Sentence hint;
    private final String place;

    /**
     * @param code kind of refusal
     * @param message what is wrong, without the file's name
     */
    public WorkbookRefused(String code, String message) {
        this(code, "", new Sentence(message, message), OPEN);
    }

    /**
     * @param code kind of refusal
     * @param place {@code Table!C7}, or empty
     * @param said what is wrong, without the file's name
     * @param hint "Peut-être …", "Maybe …"
     */
    public WorkbookRefused(String code, String place, Sentence said, Sentence hint) {
        super(said.en());
        this.code = code;
        this.place = place;
        this.said = said;
        this.hint = hint;
    }

    static WorkbookRefused of(String code, String place, String fr, String en) {
        return new WorkbookRefused(code, place, new Sentence(fr, en), OPEN);
    }

    static WorkbookRefused none(String fr, String en) {
        return of("NOT_A_WORKBOOK", "", fr, en);
    }

    /** Kind of refusal, a stable code. */
    public String code() {
        return code;
    }

    /** Sheet and cell, {@code Table!C7}; empty for the whole file. */
    public String place() {
        return place;
    }

    /** What is wrong. */
    public Sentence said() {
        return said;
    }

    /** What was perhaps meant. */
    public Sentence hint() {
        return hint;
    }
}
