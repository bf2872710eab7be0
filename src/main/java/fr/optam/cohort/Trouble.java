package fr.optam.cohort;

import fr.optam.decision.Sentence;

/**
 * What stopped a reading or a run, for a person.
 *
 * @param code machine-readable code, {@code DISK_FULL}
 * @param where file or folder at fault
 * @param what what is wrong, with the value, without a full stop
 * @param hint what may help, a sentence; empty texts if nothing comes to mind
 */
public record Trouble(String code, String where, Sentence what, Sentence hint) implements java.io.Serializable {
    /** No hint. */
    public static final Sentence NO_HINT = new Sentence("", "");

    private static final Sentence GO_ON = new Sentence(
            "Peut-être faire de la place, puis reprendre avec --resume.",
            "Maybe free some room and go on with --resume.");
    private static final Sentence RIGHTS = new Sentence(
            "Peut-être un autre dossier, ou d’autres droits, puis reprendre avec --resume.",
            "Maybe another directory or other rights, then go on with --resume.");

    /** A file or folder that can't be written; the failure says why. */
    public static Trouble unwritable(String where, Throwable failure) {
        Reason reason = Reason.of(failure);
        boolean full = reason.kind() == Reason.Kind.FULL;
        return new Trouble(
                full ? "DISK_FULL" : "FILE_UNWRITABLE",
                where,
                new Sentence(
                        "écriture impossible, " + reason.text().fr(),
                        "can't be written, " + reason.text().en()),
                full ? GO_ON : RIGHTS);
    }

    /** A file or folder that can't be read; the failure says why. */
    public static Trouble unreadable(String where, Throwable failure) {
        Sentence reason = Reason.of(failure).text();
        return new Trouble(
                "FILE_UNREADABLE",
                where,
                new Sentence("lecture impossible, " + reason.fr(), "can't be read, " + reason.en()),
                new Sentence("Peut-être vérifier le nom et les droits.", "Maybe another name, or other rights."));
    }

    /** From an English message of the form {@code where: what. Maybe …}, for both languages. */
    public static Trouble of(String code, String line) {
        int maybe = line.indexOf(" Maybe ");
        String said = maybe < 0 ? line : line.substring(0, maybe);
        String hint = maybe < 0 ? "" : line.substring(maybe + 1);
        int colon = said.indexOf(": ");
        String what = said.substring(colon < 0 ? 0 : colon + 2);
        return new Trouble(
                code, colon < 0 ? "" : said.substring(0, colon), new Sentence(what, what), new Sentence(hint, hint));
    }

    /** In English, {@code where: what. Maybe …}. */
    public String english() {
        return where + ": " + what.en() + (what.en().endsWith(".") ? "" : ".")
                + (hint.en().isEmpty() ? "" : " " + hint.en());
    }
}
