package fr.optam.cli;

import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.book.Annotated;
import fr.optam.rulebook.book.WorkbookReader;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.run.Sha256;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of annotated copies. A list of what was written, with fingerprints, lies beside them, so that a later call
 * replaces its own copies and never what a person has changed since.
 */
final class AnnotatedFolder {
    private static final String LIST = "optam.sha256";

    private final Path folder;
    private final String option;
    private final RulebookOptions rulebook;
    private final boolean french;

    AnnotatedFolder(Path folder, RulebookOptions rulebook, boolean french) {
        this(folder, "--annotate", rulebook, french);
    }

    /** @param option name of the option that names the folder */
    AnnotatedFolder(Path folder, String option, RulebookOptions rulebook, boolean french) {
        this.option = option;
        this.folder = folder;
        this.rulebook = rulebook;
        this.french = french;
    }

    /** Refuses a folder where a copy would lie inside the rulebook, or replace a file of it. */
    void refuseInside() throws Failure, IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Failure.usage(folder.toString(), "no folder", "Maybe " + option + " names another one.");
        }
        List<Path> places = new ArrayList<>(List.of(folder));
        for (String below : List.of("rules-drl", "decision-tables", "overlays")) {
            places.add(folder.resolve(below));
        }
        for (Path input : rulebook.folders()) {
            places.add(folder.resolve("overlays").resolve(String.valueOf(input.getFileName())));
        }
        for (Path place : places) {
            for (Path input : rulebook.folders()) {
                if (real(place).startsWith(real(input))) {
                    throw Failure.usage(
                            folder.toString(),
                            "copies would lie inside the rulebook, in " + input,
                            "Maybe " + option + " names a folder of its own.");
                }
            }
        }
    }

    /** A path without links, even if its end does not exist yet. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.getParent() == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            return Files.exists(absolute) ? absolute.toRealPath() : absolute;
        }
        return real(absolute.getParent()).resolve(absolute.getFileName());
    }

    /** Writes the copies and says which; nothing is written if a file there is not one of its own. */
    void write(List<RulebookProblem> found, PrintStream told) throws Failure, IOException {
        SortedMap<String, List<RulebookProblem>> byFile = new TreeMap<>();
        found.forEach(each ->
                byFile.computeIfAbsent(each.file(), file -> new ArrayList<>()).add(each));
        SortedMap<String, byte[]> copies = new TreeMap<>();
        for (Map.Entry<String, List<RulebookProblem>> each : byFile.entrySet()) {
            Path original = rulebook.original(each.getKey());
            if (Files.isRegularFile(original, LinkOption.NOFOLLOW_LINKS)) {
                copy(each.getKey(), Files.readAllBytes(original), each.getValue(), copies);
            }
        }
        keep(copies, told);
    }

    /** Writes copies by name and says which; nothing is written if a file there is not one of its own. */
    void keep(SortedMap<String, byte[]> copies, PrintStream told) throws Failure, IOException {
        SortedMap<String, String> own = ownList();
        for (String name : copies.keySet()) {
            if (Files.exists(folder.resolve(name)) && !isOwn(name, own)) {
                throw Failure.usage(
                        folder.resolve(name).toString(),
                        "this file is not one that the program wrote, or it was changed since",
                        "Maybe " + option + " names another folder.");
            }
        }
        for (String name : own.keySet()) {
            if (!copies.containsKey(name) && isOwn(name, own)) {
                Files.delete(folder.resolve(name));
            }
        }
        store(copies, told);
    }

    private void store(SortedMap<String, byte[]> copies, PrintStream told) throws IOException {
        StringBuilder list = new StringBuilder();
        for (Map.Entry<String, byte[]> each : copies.entrySet()) {
            Path target = folder.resolve(each.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, each.getValue());
            list.append(hash(each.getValue()))
                    .append("  ")
                    .append(each.getKey())
                    .append('\n');
            told.println((french ? "Copie annotée : " : "Annotated copy: ") + target);
        }
        if (copies.isEmpty()) {
            told.println(french ? "Aucun fichier à annoter." : "No file to annotate.");
            Files.deleteIfExists(folder.resolve(LIST));
        } else {
            Files.writeString(folder.resolve(LIST), list);
        }
    }

    private void copy(String name, byte[] file, List<RulebookProblem> found, SortedMap<String, byte[]> copies) {
        if (name.endsWith(".drl") || name.endsWith(".md")) {
            copies.put(
                    name,
                    Annotated.drl(new String(file, StandardCharsets.UTF_8), found, french)
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        try {
            if (name.endsWith(".csv")) {
                copies.put(name + ".xlsx", Annotated.sheets(WorkbookReader.read(name, file), found, french));
            } else {
                copies.put(name, Annotated.workbook(file, found, french));
            }
        } catch (WorkbookRefused unreadable) {
            copies.put(name + ".txt", Annotated.words(found, french).getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean isOwn(String name, Map<String, String> own) throws IOException {
        Path path = folder.resolve(name);
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && hash(Files.readAllBytes(path)).equals(own.get(name));
    }

    private static String hash(byte[] file) {
        return Sha256.of(file).substring("sha256:".length());
    }

    private SortedMap<String, String> ownList() throws IOException {
        SortedMap<String, String> own = new TreeMap<>();
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            for (String line : Files.readAllLines(list)) {
                Path name = Path.of(line.substring(Math.min(line.length(), line.indexOf("  ") + 2)));
                if (line.matches("[0-9a-f]{64}  .+")
                        && !name.isAbsolute()
                        && name.equals(name.normalize())
                        && !name.startsWith("..")) {
                    own.put(line.substring(66), line.substring(0, 64));
                }
            }
        }
        return own;
    }
}
