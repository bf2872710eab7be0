package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options of every verb that reads a rulebook. */
final class RulebookOptions {
    @Option(
            names = "--rulebook",
            paramLabel = "DIR",
            description = "Folder that holds rules-drl and decision-tables. Default: the checkout of this program.")
    Path rulebook;

    @Option(
            names = "--overlay",
            paramLabel = "DIR",
            description = "Folder whose files replace files of the same relative name, or the name of one below"
                    + " decision-tables/overlays. May be given several times.")
    List<String> overlays = new ArrayList<>();

    Path root() {
        return rulebook == null ? Home.checkout() : rulebook;
    }

    private RulebookLocation location(Shell shell, List<String> names) throws Failure {
        if (rulebook != null && !Files.isDirectory(rulebook)) {
            throw Failure.usage(rulebook.toString(), "no such folder", "Maybe --rulebook names another one.");
        }
        List<Path> folders = names.stream().map(this::overlay).toList();
        return new RulebookLocation(root(), folders, Home.cache(Home.checkout(), shell.environment()));
    }

    /** The folder of an overlay that is named or shipped; it need not be there. */
    Path overlayFolder(String name) {
        return overlay(name);
    }

    private Path overlay(String name) {
        return overlay(root(), name);
    }

    /** The folder of an overlay, by its name below a rulebook or by its path. */
    Path overlay(Path root, String name) {
        Path given = Path.of(name);
        if (given.getNameCount() > 1 || given.isAbsolute() || Files.isDirectory(given)) {
            return given;
        }
        return Stream.of("decision-tables", "test-scenarios")
                .map(folder -> root.resolve(folder).resolve("overlays").resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(given);
    }

    /** Whether a workbook is rule content: of the base or an overlay, and not of an overlay made for scenarios. */
    boolean isContent(String file) {
        String[] parts = file.split("/");
        return !parts[0].equals("overlays")
                || !Files.isDirectory(
                        root().resolve("test-scenarios").resolve("overlays").resolve(parts[1]));
    }

    /** The rulebook, read and judged; exit code 3 if it is not sound. */
    Rulebook load(Shell shell) throws Failure {
        return load(shell, overlays);
    }

    /** The same with given overlays. */
    Rulebook load(Shell shell, List<String> names) throws Failure {
        try {
            return RulebookLoader.load(location(shell, names));
        } catch (RulebookInvalid e) {
            throw invalid(e);
        }
    }

    /** The engine with that rulebook; exit code 3 if it is not sound. */
    Engine engine(Shell shell) throws Failure {
        return engine(shell, overlays);
    }

    /** The same with given overlays. */
    Engine engine(Shell shell, List<String> names) throws Failure {
        try {
            return engine(shell, location(shell, names), true);
        } catch (RulebookInvalid e) {
            throw invalid(e);
        }
    }

    /** The engine with that rulebook, judged now, for whoever tells its mistakes. */
    Engine sound(Shell shell) throws Failure, RulebookInvalid {
        return engine(shell, location(shell, overlays), false);
    }

    /** @param known whether a rulebook that was judged before need not be judged again */
    private static Engine engine(Shell shell, RulebookLocation where, boolean known) throws RulebookInvalid {
        Optional<Ahead> ahead = shell.ahead().filter(begun -> begun.is(where, known));
        if (ahead.isPresent()) {
            return ahead.get().engine();
        }
        return new Engine(known ? RulebookLoader.loadToDecide(where) : RulebookLoader.loadToRun(where));
    }

    /** The folders whose files are the rulebook. */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>(List.of(root().resolve("rules-drl"), root().resolve("decision-tables")));
        overlays.forEach(name -> folders.add(overlay(name)));
        return folders;
    }

    /** The file that messages show by a path. */
    Path original(String shown) {
        return overlays.stream()
                .map(this::overlay)
                .filter(folder -> shown.startsWith("overlays/" + folder.getFileName() + "/"))
                .map(folder -> folder.resolve(shown.split("/", 3)[2]))
                .findFirst()
                .orElse(root().resolve(shown));
    }

    /** That file as a reference relative to the folder of the rulebook; one that lies elsewhere as it is shown. */
    String uri(String shown) {
        Path root = root().toAbsolutePath().normalize();
        Path file = original(shown).toAbsolutePath().normalize();
        String path = file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : shown;
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Failure invalid(RulebookInvalid e) {
        return new Failure(
                Exit.RULEBOOK, e.problems().stream().map(Complaint::of).toList(), e);
    }
}
