package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.book.WorkbookReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a rulebook after its overlays. Every file of the folders is accounted for: read, or refused by name. */
final class RulebookFiles {
    static final String TABLES = "decision-tables/";
    static final String RULES = "rules-drl/";
    private static final String OVERLAYS = TABLES + "overlays/";
    private static final long MAX_WORKBOOK = 16L << 20;
    private static final long MAX_TEXT = 256L << 10;

    /**
     * @param shown path that messages and decisions show
     * @param content bytes
     */
    record Entry(String shown, byte[] content) {}

    private final SortedMap<String, Entry> files = new TreeMap<>();
    private final Spoilt spoilt;
    private final List<RulebookProblem> problems;

    private RulebookFiles(Spoilt spoilt, List<RulebookProblem> problems) {
        this.spoilt = spoilt;
        this.problems = problems;
    }

    /**
     * Reads every file, by path relative to the rulebook; what can't be read is a problem.
     *
     * @param spoilt takes what stands in files that are not read
     */
    static SortedMap<String, Entry> read(RulebookLocation where, Spoilt spoilt, List<RulebookProblem> problems) {
        RulebookFiles all = new RulebookFiles(spoilt, problems);
        Path root = where.root();
        for (String folder : List.of(RULES, TABLES)) {
            if (Files.isDirectory(root.resolve(folder))) {
                all.folder(root.resolve(folder), folder, folder);
            } else {
                problems.add(RulebookProblem.error(
                        "FOLDER_MISSING",
                        folder,
                        "",
                        new Sentence("ce dossier manque dans le référentiel", "no such folder in the rulebook"),
                        new Sentence(
                                "Peut-être --rulebook désigne-t-il un autre dossier.",
                                "Maybe --rulebook names another folder.")));
            }
        }
        for (Path overlay : where.overlays()) {
            all.overlay(overlay);
        }
        where.recorded()
                .ifPresent(recorded -> all.files.replaceAll((path, entry) ->
                        new Entry(recorded.shown().getOrDefault(path, entry.shown()), entry.content())));
        return all.files;
    }

    private void overlay(Path overlay) {
        String name = String.valueOf(overlay.getFileName());
        if (!Files.isDirectory(overlay)) {
            problems.add(RulebookProblem.error(
                    "OVERLAY_MISSING",
                    name,
                    "",
                    new Sentence("ce dossier de surcharge n’existe pas", "no such overlay folder"),
                    new Sentence(
                            "Peut-être l’un de ceux de decision-tables/overlays.",
                            "Maybe one below decision-tables/overlays.")));
        } else if (Files.isDirectory(overlay.resolve(RULES)) || Files.isDirectory(overlay.resolve(TABLES))) {
            folder(overlay, "", "overlays/" + name + "/");
        } else {
            folder(overlay, TABLES, "overlays/" + name + "/");
        }
    }

    private void folder(Path folder, String prefix, String shown) {
        try {
            Path start = folder.toRealPath();
            try (Stream<Path> walk = Files.walk(start)) {
                for (Path path : walk.filter(p -> !p.equals(start)).sorted().toList()) {
                    String relative = start.relativize(path).toString().replace('\\', '/');
                    if (!(shown + relative + "/").startsWith(OVERLAYS)) {
                        entry(path, prefix + relative, shown + relative);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(RulebookProblem.error(
                    "UNREADABLE",
                    shown,
                    "",
                    new Sentence("illisible : " + e.getMessage(), "can't be read: " + e.getMessage()),
                    new Sentence("Peut-être ses droits l’interdisent-ils.", "Maybe its rights forbid it.")));
        }
    }

    private void entry(Path path, String relative, String shown) throws IOException {
        if (Files.isSymbolicLink(path)) {
            problems.add(RulebookProblem.error(
                    "LINK",
                    shown,
                    "",
                    new Sentence(
                            "un lien, dont la cible n’est pas dans le référentiel",
                            "a link, and what it points to is no part of the rulebook"),
                    new Sentence("Peut-être copier le fichier ici.", "Maybe copy the file here.")));
        } else if (Files.isRegularFile(path)) {
            file(path, relative, shown);
        } else if (!Files.isDirectory(path)) {
            problems.add(RulebookProblem.error(
                    "FILE_IGNORED",
                    shown,
                    "",
                    new Sentence("ni un fichier ni un dossier", "neither a file nor a folder"),
                    new Sentence("Peut-être le supprimer.", "Maybe delete it.")));
        }
    }

    private void file(Path path, String relative, String shown) throws IOException {
        String name = path.getFileName().toString();
        boolean read = relative.equals(RULES + "CHANGES.md");
        if (!read && (name.endsWith(".md") || FileName.ofTheSystem(name))) {
            return;
        }
        if (FileName.isLock(name)) {
            problems.add(
                    new RulebookProblem("WORKBOOK_OPEN", Severity.NOTE, shown, "", FileName.OPEN, FileName.OPEN_HINT));
            return;
        }
        Optional<FileName.Refusal> refusal = read ? Optional.empty() : FileName.refused(relative, name);
        long most = WorkbookReader.end(name).isPresent() ? MAX_WORKBOOK : MAX_TEXT;
        if (refusal.isPresent()) {
            boolean large = Files.size(path) > MAX_WORKBOOK;
            String place = large ? "" : StrayTable.place(path, shown, problems);
            if (!large) {
                spoilt.stray(relative, Files.readAllBytes(path));
            }
            problems.add(RulebookProblem.error(
                    "FILE_IGNORED",
                    shown,
                    place,
                    refusal.get().said(),
                    refusal.get().hint()));
        } else if (Files.size(path) > most) {
            problems.add(RulebookProblem.error(
                    "FILE_TOO_LARGE",
                    shown,
                    "",
                    new Sentence("plus grand que " + (most >> 10) + " Kio", "larger than " + (most >> 10) + " KiB"),
                    new Sentence("Peut-être le diviser par sujet.", "Maybe split it by topic.")));
        } else {
            files.put(relative, new Entry(shown, Files.readAllBytes(path)));
        }
    }
}
