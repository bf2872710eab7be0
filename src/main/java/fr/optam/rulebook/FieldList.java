package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import java.util.List;
import java.util.Set;

/** Whether a rulebook has the list of the fields that its rules read and write: all judging rests on it. */
final class FieldList {
    private static final String FILE = RulebookFiles.TABLES + Dictionary.TABLE;

    private FieldList() {}

    /** Adds what is wrong if no file, whatever its format, is that list; a folder that is missing says enough. */
    static void check(Set<String> files, List<RulebookProblem> problems) {
        boolean there = files.stream().anyMatch(path -> path.startsWith(FILE + "."));
        if (there || files.isEmpty()) {
            return;
        }
        problems.add(RulebookProblem.error(
                "LIST_UNKNOWN",
                FILE + ".xlsx",
                "",
                new Sentence(
                        "le fichier manque\u00A0: la liste des champs que les règles lisent et écrivent",
                        "the file is missing: the list of the fields that rules read and write"),
                new Sentence(
                        "Peut-être le reprendre d’une version antérieure.",
                        "Maybe take it back from an earlier version.")));
    }
}
