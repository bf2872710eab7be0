package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a run and their life: prepared, written part by part, sealed by the manifest that comes last. */
final class RunDirectory {
    static final String DECISIONS = "decisions";
    static final String FACTS = "facts";
    static final String LEDGER = "ledger";
    static final String MANIFEST = "manifest.json";
    static final String SEAL = "seal.json";
    static final String RULEBOOK = "rulebook";
    private static final String SUMMARY = "summary.json";
    private static final String SUMMARY_TEXT = "summary.txt";
    private static final String TREE = "RFC 9162, 2.1, SHA-256 over the lines of decisions in the order of the parts";

    private final Path root;

    RunDirectory(Path root) {
        this.root = root;
    }

    /** Private folder of the reading. */
    Path work() {
        return root.resolve(".work");
    }

    Path rejected() {
        return root.resolve("rejected.csv");
    }

    /** Makes the directory, or refuses one that is in use for something else. */
    void prepare(boolean resume) throws IOException, RunRefused {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new RunRefused(
                    "RUN_EXISTS",
                    root,
                    new Sentence("est un fichier", "is a file"),
                    new Sentence("Peut-être un autre nom.", "Maybe another name."));
        }
        if (!Files.exists(root)) {
            Files.createDirectories(root);
            return;
        }
        boolean empty;
        try (Stream<Path> files = Files.list(root)) {
            empty = files.findAny().isEmpty();
        }
        if (!empty && !Files.exists(root.resolve(Journal.NAME)) && !complete()) {
            throw new RunRefused(
                    "RUN_EXISTS",
                    root,
                    new Sentence(
                            "contient des fichiers qui ne sont pas un dossier de décisions",
                            "holds files that are no run"),
                    new Sentence("Peut-être un autre dossier.", "Maybe another directory."));
        }
        if (!resume && (complete() || Journal.begun(root))) {
            throw complete()
                    ? new RunRefused(
                            "RUN_EXISTS",
                            root,
                            new Sentence("contient un dossier de décisions complet", "holds a complete run"),
                            new Sentence("Peut-être un autre dossier.", "Maybe another directory."))
                    : new RunRefused(
                            "RUN_EXISTS",
                            root,
                            new Sentence("contient un dossier de décisions interrompu", "holds a run that was cut off"),
                            new Sentence("Peut-être le poursuivre : --resume.", "Maybe go on with it: --resume."));
        }
    }

    /** Whether the seal is there. */
    boolean complete() {
        return Files.exists(root.resolve(SEAL));
    }

    /** Deletes what is left of a run that was cut off, except its whole chunks. */
    void tidy(List<Part> whole) throws IOException {
        Disk.delete(work());
        Set<Path> keep = new HashSet<>();
        whole.forEach(part -> {
            part.files().forEach(file -> keep.add(root.resolve(file.name())));
        });
        for (String folder : List.of(DECISIONS, FACTS, LEDGER)) {
            Files.createDirectories(root.resolve(folder));
            for (Path file : Disk.files(root.resolve(folder))) {
                if (!keep.contains(file)) {
                    Files.delete(file);
                }
            }
        }
        Disk.delete(root.resolve(RULEBOOK));
    }

    /** Writes what describes the run, the manifest and the seal last. */
    void seal(
            Map<String, Object> identity,
            RunSummary summary,
            List<Part> parts,
            SortedMap<String, byte[]> rulebook,
            Seal.Signer signer)
            throws IOException {
        for (Map.Entry<String, byte[]> file : rulebook.entrySet()) {
            Disk.write(root.resolve(RULEBOOK).resolve(file.getKey()), file.getValue());
        }
        Disk.publish(rejected());
        Disk.write(root.resolve(SUMMARY), CanonicalJson.line(summary.json()));
        Disk.write(root.resolve(SUMMARY_TEXT), summary.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String top = Sha256.text(Part.tree(parts).root());
        byte[] manifest = CanonicalJson.line(manifest(identity, summary, parts, top));
        Disk.write(root.resolve(MANIFEST), manifest);
        Disk.write(root.resolve(SEAL), CanonicalJson.line(Seal.of(manifest, top, signer)));
    }

    private Map<String, Object> manifest(Map<String, Object> identity, RunSummary summary, List<Part> parts, String top)
            throws IOException {
        SortedMap<String, Object> files = new TreeMap<>();
        for (Path file : Disk.files(root)) {
            WrittenFile found = WrittenFile.of(root, file);
            if (ours(found.name())) {
                files.put(found.name(), found.json());
            }
        }
        parts.forEach(part -> part.files().forEach(file -> files.put(file.name(), file.json())));
        Map<String, Object> json = new TreeMap<>(identity);
        json.put("files", new ArrayList<>(files.values()));
        json.put("parts", parts.stream().map(Part::manifest).toList());
        json.put("counts", summary.counts());
        json.put(
                "tree",
                Map.of(
                        "structure",
                        TREE,
                        "size",
                        parts.stream().mapToLong(Part::count).sum(),
                        "root",
                        top));
        return json;
    }

    private static boolean ours(String name) {
        return !name.startsWith(".work/")
                && !name.equals(Journal.NAME)
                && !name.equals(MANIFEST)
                && !name.endsWith(Disk.PART)
                && !name.startsWith(DECISIONS + "/")
                && !name.startsWith(FACTS + "/")
                && !name.startsWith(LEDGER + "/");
    }

    /** Deletes the journal of a complete run. */
    void forget() throws IOException {
        if (complete()) {
            Files.deleteIfExists(root.resolve(Journal.NAME));
        }
    }

    /**
     * The summary of a complete run.
     *
     * @throws RunRefused if the run is of something else
     */
    RunSummary summary(Map<String, Object> identity) throws IOException, RunRefused {
        forget();
        RunIdentity.check(root, identity, CanonicalJson.read(Files.readAllBytes(root.resolve(MANIFEST))));
        return new RunSummary(
                CanonicalJson.read(Files.readAllBytes(root.resolve(SUMMARY))),
                Files.readString(root.resolve(SUMMARY_TEXT)));
    }
}
