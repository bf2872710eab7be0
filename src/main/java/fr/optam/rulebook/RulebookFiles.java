package fr.optam.rulebook;

import fr.optam.rulebook.book.WorkbookReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a rulebook after its overlays. Every file of the folders is accounted for: read, or refused by name. */
final class RulebookFiles {
    static final String TABLES = "decision-tables/";
    static final String RULES = "rules-drl/";
    static final String DRL = ".drl";
    private static final String OVERLAYS = TABLES + "overlays/";
    private static final long MAX_WORKBOOK = 16L << 20;
    private static final long MAX_TEXT = 256L << 10;

    /**
     * @param shown path that messages and decisions show
     * @param content bytes
     */
    record Entry(String shown, byte[] content) {}

    private final SortedMap<String, Entry> files = new TreeMap<>();
    private final List<RulebookProblem> problems;

    private RulebookFiles(List<RulebookProblem> problems) {
        this.problems = problems;
    }

    /** Reads every file, by path relative to the rulebook; what can't be read is a problem. */
    static SortedMap<String, Entry> read(RulebookLocation where, List<RulebookProblem> problems) {
        RulebookFiles all = new RulebookFiles(problems);
        Path root = where.root();
        for (String folder : List.of(RULES, TABLES)) {
            if (Files.isDirectory(root.resolve(folder))) {
                all.folder(root.resolve(folder), folder, folder);
            } else {
                problems.add(RulebookProblem.error(
                        "FOLDER_MISSING",
                        folder,
                        "",
                        "no such folder in the rulebook",
                        "Maybe --rulebook names another folder."));
            }
        }
        for (Path overlay : where.overlays()) {
            all.overlay(overlay);
        }
        return all.files;
    }

    private void overlay(Path overlay) {
        String name = String.valueOf(overlay.getFileName());
        if (!Files.isDirectory(overlay)) {
            problems.add(RulebookProblem.error(
                    "OVERLAY_MISSING",
                    name,
                    "",
                    "no such overlay folder",
                    "Maybe one below decision-tables/overlays."));
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
                    "UNREADABLE", shown, "", "can't be read: " + e.getMessage(), "Maybe its rights forbid it."));
        }
    }

    private void entry(Path path, String relative, String shown) throws IOException {
        if (Files.isSymbolicLink(path)) {
            problems.add(RulebookProblem.error(
                    "LINK",
                    shown,
                    "",
                    "a link, and what it points to is no part of the rulebook",
                    "Maybe copy the file here."));
        } else if (Files.isRegularFile(path)) {
            file(path, relative, shown);
        } else if (!Files.isDirectory(path)) {
            problems.add(RulebookProblem.error(
                    "FILE_IGNORED", shown, "", "neither a file nor a folder", "Maybe delete it."));
        }
    }

    private void file(Path path, String relative, String shown) throws IOException {
        String name = path.getFileName().toString();
        boolean read = relative.equals(RULES + "CHANGES.md");
        if (!read && (name.endsWith(".md") || name.equals(".gitkeep"))) {
            return;
        }
        String hint = read ? "" : refused(relative, name);
        long most = WorkbookReader.end(name).isPresent() ? MAX_WORKBOOK : MAX_TEXT;
        if (!hint.isEmpty()) {
            String place = Files.size(path) > MAX_WORKBOOK ? "" : StrayTable.place(path, shown, problems);
            problems.add(RulebookProblem.error("FILE_IGNORED", shown, place, "this file would be ignored", hint));
        } else if (Files.size(path) > most) {
            problems.add(RulebookProblem.error(
                    "FILE_TOO_LARGE", shown, "", "larger than " + (most >> 10) + " KiB", "Maybe split it by topic."));
        } else {
            files.put(relative, new Entry(shown, Files.readAllBytes(path)));
        }
    }

    /** Why a file would be ignored; empty if it is read. */
    private static String refused(String relative, String name) {
        if (name.startsWith("~$") || name.startsWith(".~lock")) {
            return "Maybe a spreadsheet program has it open: close the workbook.";
        }
        String[] parts = relative.split("/");
        boolean inPhase = parts.length >= 3 && Stage.phases().contains(parts[1]);
        if (relative.startsWith(RULES)) {
            return inPhase && name.endsWith(".drl") ? "" : "Maybe it belongs to a phase folder and must end with .drl.";
        }
        boolean table = WorkbookReader.end(name).isPresent();
        String bare = table
                ? name.substring(
                        0, name.length() - WorkbookReader.end(name).get().length())
                : name;
        if (parts.length >= 3 && parts[1].equals("reference")) {
            return table && !bare.endsWith(DRL) ? "" : "Maybe a list must end with .xlsx, and not with .drl.xlsx.";
        }
        return inPhase && table && bare.endsWith(DRL)
                ? ""
                : "Maybe a rule table must lie in a phase folder and end with .drl.xlsx.";
    }

    /** Paths of a kind, in order. */
    static List<String> under(SortedMap<String, Entry> files, String prefix, String suffix) {
        List<String> paths = new ArrayList<>();
        files.keySet().forEach(p -> {
            if (p.startsWith(prefix) && p.endsWith(suffix)) {
                paths.add(p);
            }
        });
        return paths;
    }
}
