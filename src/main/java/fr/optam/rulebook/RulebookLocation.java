package fr.optam.rulebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a rulebook lies.
 *
 * @param root folder that holds {@code rules-drl} and {@code decision-tables}
 * @param overlays folders whose files replace files of the same relative name, in order
 * @param cache folder for compiled rules
 * @param recorded how the files were found, if a run recorded them with their overlays already in place
 */
public record RulebookLocation(Path root, List<Path> overlays, Path cache, Optional<Recorded> recorded) {
    /** Copies the overlays. */
    public RulebookLocation {
        overlays = List.copyOf(overlays);
    }

    /** A rulebook as analysts keep it. */
    public RulebookLocation(Path root, List<Path> overlays, Path cache) {
        this(root, overlays, cache, Optional.empty());
    }

    /**
     * How the files of a recorded rulebook were found.
     *
     * @param overlays names of the overlays that were in place, in order
     * @param shown path that messages and decisions show, by path of the file; the same path where there is none
     */
    public record Recorded(List<String> overlays, Map<String, String> shown) {
        /** Copies both. */
        public Recorded {
            overlays = List.copyOf(overlays);
            shown = Map.copyOf(shown);
        }
    }
}
