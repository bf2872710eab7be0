package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the neutral files of a folder: {@code acts.csv}, or its parts {@code acts-*.csv}. */
final class NeutralFolder {
    private final Path folder;
    private final List<String> names;
    private final List<String> strangers = new ArrayList<>();

    /**
     * Lists the folder.
     *
     * @throws InputUnusable if it can't be listed
     */
    NeutralFolder(Path folder) throws InputUnusable {
        this.folder = folder;
        try (Stream<Path> entries = Files.list(folder)) {
            this.names = entries.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            Trouble trouble = Trouble.unreadable(folder.toString(), failure);
            throw new InputUnusable(
                    new Trouble("FOLDER_UNREADABLE", trouble.where(), trouble.what(), trouble.hint()), failure);
        }
    }

    /**
     * The files of these kinds, in order of kind and then of name; no entry for a kind without a file.
     *
     * @throws InputUnusable if a kind is there twice, in two formats or whole and in parts
     */
    Map<NeutralTable, List<NeutralFile>> files(List<NeutralTable> tables) throws InputUnusable {
        Map<NeutralTable, List<NeutralFile>> result = new LinkedHashMap<>();
        List<String> taken = new ArrayList<>();
        for (NeutralTable table : tables) {
            List<NeutralFile> files = files(table);
            if (!files.isEmpty()) {
                result.put(table, files);
                files.forEach(file -> taken.add(file.name()));
            }
        }
        names.stream()
                .filter(name -> !taken.contains(name) && format(name) != null)
                .forEach(name -> strangers.add(stranger(name, tables)));
        return result;
    }

    /** Warnings about tables of the folder that nothing asked for, one line each. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    private List<NeutralFile> files(NeutralTable table) throws InputUnusable {
        String kind = table.name();
        Map<String, NeutralFile> byStem = new LinkedHashMap<>();
        for (String name : names) {
            NeutralFile.Format format = format(name);
            if (format == null) {
                continue;
            }
            String stem = name.substring(0, name.length() - format.ending().length());
            if (!stem.equals(kind) && !stem.startsWith(kind + "-")) {
                continue;
            }
            NeutralFile other = byStem.put(stem, new NeutralFile(folder.resolve(name), table, format));
            if (other != null) {
                throw twice(name, other.name());
            }
        }
        if (byStem.size() > 1 && byStem.containsKey(kind)) {
            String part = byStem.keySet().stream()
                    .filter(stem -> !stem.equals(kind))
                    .findFirst()
                    .orElseThrow();
            throw twice(byStem.get(part).name(), byStem.get(kind).name());
        }
        return byStem.values().stream()
                .sorted(Comparator.comparing(NeutralFile::name))
                .toList();
    }

    private InputUnusable twice(String name, String other) {
        return new InputUnusable(
                "FILE_TWICE",
                folder.resolve(name),
                new Sentence("les mêmes faits sont aussi dans " + other, "the same facts are also in " + other),
                new Sentence("Peut-être retirer l’un des deux ?", "Maybe remove one of the two?"));
    }

    private String stranger(String name, List<NeutralTable> tables) {
        NeutralFile.Format format = format(name);
        String stem = name.substring(0, name.length() - format.ending().length());
        String meant =
                Closest.to(stem, tables.stream().map(table -> table.name()).toList());
        return folder.resolve(name) + ": FILE_UNKNOWN, the file is not read."
                + (meant.isEmpty() ? "" : " Maybe " + meant + format.ending() + "?");
    }

    private static NeutralFile.Format format(String name) {
        return Stream.of(NeutralFile.Format.values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElse(null);
    }
}
