package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run still holds of its making if the process was ended right after the seal: its journal, and the folder of the
 * reading. It says and changes nothing of what was sealed.
 */
final class Leftover {
    private final boolean journal;
    private boolean found;

    private Leftover(boolean journal) {
        this.journal = journal;
    }

    /** Looks whether a run holds the journal of its own making, line by line what the manifest says. */
    static Leftover of(Path root, Manifest manifest) throws IOException {
        Path file = root.resolve(Journal.NAME);
        return new Leftover(Files.isRegularFile(file)
                && !Files.isSymbolicLink(file)
                && Files.exists(root.resolve(RunDirectory.SEAL))
                && isOf(manifest, Journal.entries(file)));
    }

    private static boolean isOf(Manifest manifest, List<Map<String, Object>> entries) {
        if (entries.size() != manifest.parts().size() + 1) {
            return false;
        }
        Map<String, Object> begun = entries.get(0);
        boolean same = begun.entrySet().stream()
                .allMatch(each -> each.getValue().equals(manifest.json().get(each.getKey())));
        for (int i = 0; same && i < manifest.parts().size(); i++) {
            same = isOf(manifest, manifest.parts().get(i), entries.get(i + 1));
        }
        return same;
    }

    private static boolean isOf(Manifest manifest, Manifest.Entry part, Map<String, Object> entry) {
        try {
            Part written = Part.of(entry);
            return written.count() == part.count()
                    && written.root().equals(part.root())
                    && written.files().stream()
                            .allMatch(file -> file.equals(manifest.files().get(file.name())));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a file is left of the making; remembers that there is one. */
    boolean has(String name) {
        boolean left = journal && (name.equals(Journal.NAME) || name.startsWith(RunDirectory.WORK + "/"));
        found |= left;
        return left;
    }

    /** What should be known of it; none if there is nothing. */
    List<Sentence> notes() {
        return found
                ? List.of(new Sentence(
                        "le dossier est complet, mais l’écriture a été arrêtée avant d’effacer son journal, "
                                + Journal.NAME + " ; la même commande avec --resume l’efface",
                        "the run is complete, but its writing was ended before it deleted its journal, " + Journal.NAME
                                + "; the same command with --resume deletes it"))
                : List.of();
    }
}
