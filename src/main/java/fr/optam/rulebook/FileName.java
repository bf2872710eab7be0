package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.book.WorkbookReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a file has the name and place of a part of the rulebook. */
final class FileName {
    /**
     * Why a file would be ignored.
     *
     * @param said what is wrong
     * @param hint what was perhaps meant
     */
    record Refusal(Sentence said, Sentence hint) {
        static Refusal of(String fr, String en, String maybeFr, String maybeEn) {
            return new Refusal(new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn));
        }
    }

    /** Before the end of a rule table's name. */
    static final String DRL = ".drl";

    private static final String IGNORED_FR = "ce fichier serait ignoré";
    private static final String IGNORED = "this file would be ignored";

    /** What a lock file tells. */
    static final Sentence OPEN = new Sentence(
            "le verrou d’un classeur ouvert : seul ce qui est enregistré est lu",
            "the lock of an open workbook: only what is saved is read");

    static final Sentence OPEN_HINT = new Sentence(
            "Peut-être l’enregistrer, puis le fermer avant de transmettre le dossier.",
            "Maybe save it, and close it before the folder is handed over.");

    private static final Set<String> SYSTEM = Set.of(".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini");

    private FileName() {}

    /** Whether a spreadsheet program made the file while it has a workbook open. */
    static boolean isLock(String name) {
        return name.startsWith("~$") || name.startsWith(".~lock");
    }

    /** Whether a file manager or git made the file, and nobody reads it. */
    static boolean ofTheSystem(String name) {
        return SYSTEM.contains(name);
    }

    /** Why a file would be ignored; nothing if it is read. */
    static Optional<Refusal> refused(String relative, String name) {
        String[] parts = relative.split("/");
        boolean rules = relative.startsWith(RulebookFiles.RULES);
        boolean reference = !rules && parts.length >= 3 && parts[1].equals("reference");
        boolean inPhase = parts.length >= 3 && Stage.phases().contains(parts[1]);
        String ending = rules ? DRL : reference ? ".xlsx" : ".drl.xlsx";
        boolean workbook = WorkbookReader.end(name).isPresent();
        boolean ends = rules ? name.endsWith(DRL) : workbook && withoutEnd(name).endsWith(DRL) != reference;
        if ((inPhase || reference) && ends) {
            return Optional.empty();
        }
        if (!inPhase && !reference && parts.length >= 3) {
            return Optional.of(folder(parts[1], rules));
        }
        if (!inPhase && !reference) {
            return Optional.of(Refusal.of(
                    IGNORED_FR + " : il n’est dans le dossier d’aucune phase",
                    IGNORED + ": it lies in the folder of no phase",
                    rules
                            ? "dans un dossier de phase, avec la terminaison .drl."
                            : "dans un dossier de phase, ou dans reference pour une liste.",
                    rules
                            ? "it belongs to a phase folder and must end with .drl."
                            : "in a phase folder, or in reference if it is a list."));
        }
        return Optional.of(ending(name, ending, reference));
    }

    /** The name of a workbook without {@code .xlsx}, {@code .xls} or {@code .csv}; of another file as it is. */
    static String withoutEnd(String name) {
        return name.substring(
                0, name.length() - WorkbookReader.end(name).map(String::length).orElse(0));
    }

    private static Refusal folder(String folder, boolean rules) {
        String phases = String.join(", ", Stage.phases()) + (rules ? "" : ", reference");
        Optional<String> meant = Closest.to(folder, java.util.Arrays.asList(phases.split(", ")));
        return Refusal.of(
                IGNORED_FR + " : le dossier «" + folder + "» n’est pas une phase",
                IGNORED + ": the folder «" + folder + "» is no phase",
                meant.orElse("l’un de " + phases) + ".",
                meant.orElse("one of " + phases) + ".");
    }

    private static Refusal ending(String name, String ending, boolean list) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (list && lower.endsWith(".drl.xlsx")) {
            return Refusal.of(
                    IGNORED_FR + " : une liste se termine par .xlsx, et non par .drl.xlsx",
                    IGNORED + ": a list must end with .xlsx, and not with .drl.xlsx",
                    "une table de décision, à ranger dans le dossier de sa phase.",
                    "a rule table that belongs to the folder of its phase.");
        }
        String bare = name.replaceAll(
                        "(?i)(\\.drl)?( ?\\([0-9]+\\))?\\.(drl|txt|xlsx|xls|xlsm|csv|ods|bak|old|properties)(\\.[a-z]+)?[~#]?$",
                        "")
                .replaceAll(" ?\\([0-9]+\\)$", "");
        return Refusal.of(
                IGNORED_FR + " : son nom ne se termine pas par " + ending,
                IGNORED + ": its name does not end with " + ending,
                bare + ending + ".",
                bare + ending + ".");
    }
}
