package fr.optam.compare;

import fr.optam.decision.RulebookId;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what a user calls a rulebook: a folder, a run, an overlay, a single file, a git revision, or one of these under
 * overlays, {@code HEAD+guide-2026}.
 */
public final class Editions implements AutoCloseable {
    /**
     * What a name stands for.
     *
     * @param name as the user called it
     * @param path folder or file
     * @param shown path of a single file as messages show it
     * @param overlays folders over it
     * @param overlay whether the folder itself only makes sense over a base
     */
    private record Found(String name, Path path, String shown, List<Path> overlays, boolean overlay) {}

    private final Path base;
    private final Path here;
    private final Path cache;
    private final List<Path> repositories;
    private final List<String> overlays;
    private final List<Path> temporary = new ArrayList<>();

    /**
     * @param base rulebook that an overlay lies over unless the other side is one
     * @param here folder that paths start from
     * @param repositories folders whose repositories revisions are looked up in, in order
     * @param cache folder for compiled rules
     * @param overlays overlays over both sides, by name or folder
     */
    public Editions(Path base, Path here, List<Path> repositories, Path cache, List<String> overlays) {
        this.base = base;
        this.here = here;
        this.repositories = List.copyOf(repositories);
        this.cache = cache;
        this.overlays = List.copyOf(overlays);
    }

    /**
     * Reads both sides.
     *
     * @throws CompareRefused if one is not there
     * @throws IOException if a file can't be read
     */
    public List<Edition> read(String before, String after) throws CompareRefused, IOException {
        Found from = find(before);
        Found to = find(after);
        if (Files.isRegularFile(from.path()) || Files.isRegularFile(to.path())) {
            return List.of(single(from, to), single(to, to));
        }
        return List.of(edition(over(from, to)), edition(over(to, from)));
    }

    /**
     * A whole rulebook that can decide.
     *
     * @param name as the user called it
     * @param location where it lies; in a folder that is deleted on {@link #close} if it was taken out of a revision
     */
    public record Located(String name, RulebookLocation location) {}

    /**
     * Finds both sides as rulebooks that can decide; reads none.
     *
     * @throws CompareRefused if one is not there, or is no whole rulebook
     * @throws IOException if a revision can't be read
     */
    public List<Located> locate(String before, String after) throws CompareRefused, IOException {
        Found from = find(before);
        Found to = find(after);
        List<Located> both = new ArrayList<>();
        for (Found side : List.of(over(from, to), over(to, from))) {
            if (Files.isRegularFile(side.path())) {
                throw CompareRefused.use(
                        side.name(), "is a file, not a whole rulebook", "Maybe the folder above it, or optam diff.");
            }
            both.add(new Located(side.name(), new RulebookLocation(side.path(), side.overlays(), cache)));
        }
        return both;
    }

    private Found over(Found side, Found other) {
        if (!side.overlay()) {
            return side;
        }
        Path root = other.overlay() ? base : other.path();
        List<Path> all = new ArrayList<>(other.overlay() ? List.of() : other.overlays());
        all.add(side.path());
        all.addAll(side.overlays());
        return new Found(side.name(), root, "", all, false);
    }

    private Edition single(Found side, Found other) throws CompareRefused, IOException {
        if (!Files.isRegularFile(side.path())) {
            throw CompareRefused.use(
                    side.name(), "is a folder, and the other side is a file", "Maybe compare two files.");
        }
        String name = other.shown();
        if (!name.endsWith(".xlsx") && !name.endsWith(".drl")) {
            throw CompareRefused.use(
                    side.name(), "is neither a workbook .xlsx nor rules .drl", "Maybe another file is meant.");
        }
        return Edition.single(side.name(), name, side.shown(), Files.readAllBytes(side.path()));
    }

    private Found find(String name) throws CompareRefused, IOException {
        Optional<Path> path = path(name);
        if (path.isPresent() && Files.exists(path.get())) {
            return found(name, path.get(), name);
        }
        Optional<Found> revision = revision(name);
        if (revision.isPresent()) {
            return revision.get();
        }
        int plus = name.lastIndexOf('+');
        if (plus > 0) {
            Found under = find(name.substring(0, plus));
            List<Path> all = new ArrayList<>(under.overlays());
            all.add(overlay(under.path(), name.substring(plus + 1)));
            return new Found(name, under.path(), under.shown(), all, under.overlay());
        }
        boolean repository = false;
        for (Path folder : repositories) {
            repository |= new Git(folder).top().isPresent();
        }
        throw CompareRefused.use(
                name,
                repository
                        ? "no such file, folder or git revision"
                        : "no such file or folder, and no git checkout here that could have such a revision",
                repository ? "Maybe HEAD~1, a tag, a branch, or REVISION:PATH." : "Maybe cd to the checkout first.");
    }

    private Optional<Path> path(String name) {
        try {
            return Optional.of(here.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Found found(String name, Path path, String shown) throws CompareRefused {
        if (Files.isDirectory(path.resolve("rulebook").resolve(Edition.TABLES))) {
            return found(name, path.resolve("rulebook"), shown);
        }
        boolean rules = Files.isDirectory(path.resolve(Edition.RULES));
        boolean tables = Files.isDirectory(path.resolve(Edition.TABLES));
        Path parent = path.toAbsolutePath().normalize().getParent();
        boolean overlay =
                Files.isDirectory(path) && (parent != null && parent.endsWith("overlays") || !rules && !tables);
        if (overlay && !holdsRules(path)) {
            throw CompareRefused.use(
                    name,
                    "holds neither rules-drl nor decision-tables, nor workbooks that could lie over a rulebook",
                    "Maybe a folder in it does, REVISION:PATH for one of a revision.");
        }
        List<Path> over = new ArrayList<>();
        if (Files.isDirectory(path) && !overlay) {
            for (String each : overlays) {
                over.add(overlay(path, each));
            }
        }
        return new Found(name, path, shown, over, overlay);
    }

    private static boolean holdsRules(Path folder) {
        return Stream.concat(Stage.phases().stream(), Stream.of("reference", Edition.RULES, Edition.TABLES))
                .anyMatch(part -> Files.isDirectory(folder.resolve(part)));
    }

    private Path overlay(Path root, String name) throws CompareRefused {
        for (String folder : List.of("decision-tables", "test-scenarios")) {
            Path shipped = root.resolve(folder).resolve("overlays").resolve(name);
            if (Files.isDirectory(shipped)) {
                return shipped;
            }
        }
        Path given = here.resolve(name);
        if (!Files.isDirectory(given)) {
            throw CompareRefused.use(name, "no such overlay", "Maybe one below decision-tables/overlays.");
        }
        return given;
    }

    private Optional<Found> revision(String name) throws CompareRefused, IOException {
        for (Path folder : repositories) {
            Git git = new Git(folder.toAbsolutePath());
            Optional<String> object = git.object(name);
            if (object.isPresent()) {
                Path into = Files.createTempDirectory("optam-diff");
                temporary.add(into);
                if (git.type(object.get()).equals("blob")) {
                    String shown = name.substring(name.indexOf(':') + 1);
                    Path file = into.resolve(shown.substring(shown.lastIndexOf('/') + 1));
                    Files.write(file, git.blob(object.get()));
                    return Optional.of(new Found(name, file, shown, List.of(), false));
                }
                Path root = name.contains("overlays/") ? into.resolve(name.substring(name.indexOf(':') + 1)) : into;
                Files.createDirectories(root);
                git.extract(object.get(), root);
                return Optional.of(found(name, root, name));
            }
        }
        return Optional.empty();
    }

    private Edition edition(Found found) throws IOException {
        SortedMap<String, Edition.Entry> files = new TreeMap<>();
        for (String folder : List.of(Edition.RULES, Edition.TABLES)) {
            walk(found.path().resolve(folder), folder, folder, files);
        }
        for (Path overlay : found.overlays()) {
            boolean whole = Files.isDirectory(overlay.resolve(Edition.RULES))
                    || Files.isDirectory(overlay.resolve(Edition.TABLES));
            walk(overlay, whole ? "" : Edition.TABLES, "overlays/" + overlay.getFileName() + "/", files);
        }
        Optional<RulebookId> id = Optional.empty();
        List<RulebookProblem> problems = List.of();
        try {
            id = Optional.of(RulebookLoader.load(new RulebookLocation(found.path(), found.overlays(), cache))
                    .id());
        } catch (RulebookInvalid e) {
            problems = e.problems().stream()
                    .filter(p -> p.severity() == Severity.ERROR)
                    .toList();
        }
        return new Edition(found.name(), files, id, problems);
    }

    private static void walk(Path folder, String prefix, String shown, SortedMap<String, Edition.Entry> files)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path start = folder.toRealPath();
        try (Stream<Path> walk = Files.walk(start)) {
            for (Path path : walk.filter(p -> Files.isRegularFile(p) && !Files.isSymbolicLink(p))
                    .toList()) {
                String relative = start.relativize(path).toString().replace('\\', '/');
                String name = path.getFileName().toString();
                boolean read = (prefix + relative).equals(Edition.CHANGES)
                        || !name.endsWith(".md") && !name.startsWith(".") && !name.startsWith("~$");
                if (read && !(shown + relative).startsWith(Edition.OVERLAYS)) {
                    files.put(prefix + relative, new Edition.Entry(shown + relative, Files.readAllBytes(path)));
                }
            }
        }
    }

    /** Deletes what was taken out of revisions. */
    @Override
    public void close() throws IOException {
        for (Path folder : temporary) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
