package fr.optam.rulebook.xlsx;

import fr.optam.decision.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is that is no xlsx file, by its first bytes. */
final class FileKind {
    private static final int HEAD = 4096;

    private FileKind() {}

    static void check(byte[] file) throws WorkbookRefused {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK")) {
            if (head.contains("mimetypeapplication/vnd.oasis.opendocument")) {
                throw refused(
                        "est un classeur OpenDocument (.ods)",
                        "is an OpenDocument workbook (.ods)",
                        "l’enregistrer au format .xlsx.",
                        "save it as .xlsx.");
            }
            return;
        }
        if (file.length == 0) {
            throw refused("est vide", "is empty", "le restaurer depuis l’historique.", "restore it from the history.");
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw refused(
                    "est protégé par un mot de passe, ou un ancien classeur .xls",
                    "is protected by a password, or an old .xls workbook",
                    "retirer le mot de passe et l’enregistrer au format .xlsx.",
                    "remove the password and save it as .xlsx.");
        }
        if (head.strip().toLowerCase(Locale.ROOT).startsWith("<")) {
            throw refused(
                    "est une page HTML ou XML renommée",
                    "is an HTML or XML page that was renamed",
                    "l’ouvrir dans un tableur et l’enregistrer au format .xlsx.",
                    "open it in a spreadsheet program and save it as .xlsx.");
        }
        boolean text = head.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
        if (text) {
            throw refused(
                    "est un fichier texte (CSV ?) renommé en .xlsx",
                    "is a text file (CSV?) renamed to .xlsx",
                    "l’ouvrir dans un tableur et l’enregistrer au format .xlsx.",
                    "open it in a spreadsheet program and save it as .xlsx.");
        }
    }

    private static WorkbookRefused refused(String fr, String en, String maybeFr, String maybeEn) {
        return new WorkbookRefused(
                "NOT_A_WORKBOOK", "", new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn));
    }
}
