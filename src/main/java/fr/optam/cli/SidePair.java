package fr.optam.cli;

import fr.optam.compare.Editions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Two rulebooks as a call names them.
 *
 * @param before the one
 * @param after the other
 * @param root rulebook that an overlay lies over
 * @param here folder that paths start from
 * @param repositories folders whose repositories revisions are looked up in, in order
 */
record SidePair(String before, String after, Path root, Path here, List<Path> repositories) {
    /**
     * Without B, A is compared with the checkout; without A too, {@code HEAD} is. A folder alone is compared with its own
     * {@code HEAD}, an overlay with what it lies over.
     *
     * @throws Failure if there are more than two
     */
    static SidePair of(String verb, List<String> sides, RulebookOptions rulebook) throws Failure {
        if (sides.size() > 2) {
            throw Failure.usage(verb, "one argument too many, '" + sides.get(2) + "'", "Maybe " + verb + " --help.");
        }
        Path root = root(rulebook);
        Path here = Path.of("").toAbsolutePath();
        String before = sides.isEmpty() ? "HEAD" : sides.get(0);
        String after = sides.size() > 1 ? sides.get(1) : root.equals(here) ? "." : root.toString();
        if (sides.size() == 1) {
            Path given = here.resolve(before);
            boolean file = Files.isRegularFile(given);
            boolean whole = Files.isDirectory(given.resolve("rules-drl"))
                    && Files.isDirectory(given.resolve("decision-tables"));
            if (file || whole) {
                after = before;
                here = file ? given.toAbsolutePath().getParent() : given;
                before = file ? "HEAD:./" + given.getFileName() : "HEAD";
                after = here.equals(Path.of("").toAbsolutePath())
                        ? after
                        : file ? given.getFileName().toString() : ".";
            } else if (Files.isDirectory(given)) {
                after = before;
                before = root.equals(here) ? "." : root.toString();
            }
        }
        return new SidePair(before, after, root, here, rulebook.rulebook == null ? List.of(here, root) : List.of(root));
    }

    /** The rulebook named, or the one whose folder or part this is, or that of the program. */
    static Path root(RulebookOptions rulebook) {
        if (rulebook.rulebook != null) {
            return rulebook.rulebook.toAbsolutePath();
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("rules-drl")) && Files.isDirectory(at.resolve("decision-tables"))) {
                return at;
            }
        }
        return rulebook.root().toAbsolutePath();
    }

    /** What finds them. */
    Editions editions(Path cache, List<String> overlays) {
        return new Editions(root, here, repositories, cache, overlays);
    }
}
