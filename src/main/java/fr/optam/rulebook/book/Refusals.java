package fr.optam.rulebook.book;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.xlsx.WorkbookRefused;

/** Why a file is not read as a workbook, in words. */
final class Refusals {
    private static final Sentence SAVE = new Sentence(
            "Peut-être l’ouvrir dans un tableur et l’enregistrer de nouveau au format .xlsx.",
            "Maybe open it in a spreadsheet program and save it anew as .xlsx.");

    private Refusals() {}

    static WorkbookRefused of(String code, String fr, String en) {
        return new WorkbookRefused(code, "", new Sentence(fr, en), SAVE);
    }

    static WorkbookRefused none(String fr, String en) {
        return of("NOT_A_WORKBOOK", fr, en);
    }

    static WorkbookRefused of(String code, String place, Sentence said, String fr, String en) {
        return new WorkbookRefused(code, place, said, new Sentence("Peut-être " + fr, "Maybe " + en));
    }

    static WorkbookRefused password() {
        return of(
                "NOT_A_WORKBOOK",
                "",
                new Sentence("est protégé par un mot de passe", "is protected by a password"),
                "retirer le mot de passe et l’enregistrer de nouveau.",
                "remove the password and save it anew.");
    }

    /** A file of one format under the name of another. */
    static WorkbookRefused renamed(String what, String enWhat, String end) {
        return of(
                "NOT_A_WORKBOOK",
                "",
                new Sentence(
                        "est " + what + ", sous un nom qui finit par " + end,
                        "is " + enWhat + " under a name that ends with " + end),
                "l’ouvrir dans un tableur et l’enregistrer au format " + end + ".",
                "open it in a spreadsheet program and save it as " + end + ".");
    }
}
