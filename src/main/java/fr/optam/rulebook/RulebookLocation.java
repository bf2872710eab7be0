package fr.optam.rulebook;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a rulebook lies.
 *
 * @param root folder that holds {@code rules-drl} and {@code decision-tables}
 * @param overlays folders whose files replace files of the same relative name, in order
 * @param cache folder for compiled rules
 */
public record RulebookLocation(Path root, List<Path> overlays, Path cache) {
    /** Copies the overlays. */
    public RulebookLocation {
        overlays = List.copyOf(overlays);
    }
}
