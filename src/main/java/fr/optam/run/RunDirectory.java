package fr.optam.run;

import fr.optam.cohort.FileTrouble;
import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

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
    private static final String REJECTED = "rejected.csv";
    static final String WORK = ".work";
    private static final Set<String> OURS = Set.of(
            DECISIONS, FACTS, LEDGER, MANIFEST, SEAL, RULEBOOK, SUMMARY, SUMMARY_TEXT, REJECTED, WORK, Journal.NAME);
    private static final Sentence ANOTHER = new Sentence("Peut-être un autre dossier.", "Maybe another directory.");
    private static final String TREE = "RFC 9162, 2.1, SHA-256 over the lines of decisions in the order of the parts";

    private final Path root;

    RunDirectory(Path root) {
        this.root = root;
    }

    /** Private folder of the reading. */
    Path work() {
        return root.resolve(WORK);
    }

    Path rejected() {
        return root.resolve(REJECTED);
    }

    /** Makes the directory, or refuses one that is in use for something else. */
    void prepare(boolean resume) throws IOException, RunRefused {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw refused(new Sentence("est un fichier", "is a file"), ANOTHER);
        }
        if (!Files.exists(root)) {
            Disk.folder(root);
            return;
        }
        Optional<String> stranger = stranger();
        if (stranger.isPresent() || !begun() && !complete()) {
            String name = stranger.orElse(MANIFEST);
            throw refused(
                    new Sentence(
                            "contient un fichier étranger aux dossiers de décisions, " + name,
                            "holds a file that is of no run, " + name),
                    ANOTHER);
        }
        if (!resume && complete()) {
            throw refused(new Sentence("contient un dossier de décisions complet", "holds a complete run"), ANOTHER);
        }
        if (!resume && Journal.begun(root)) {
            throw refused(
                    new Sentence("contient un dossier de décisions interrompu", "holds a run that was cut off"),
                    new Sentence("Peut-être le poursuivre : --resume.", "Maybe go on with it: --resume."));
        }
    }

    private RunRefused refused(Sentence what, Sentence hint) {
        return new RunRefused("RUN_EXISTS", root, what, hint);
    }

    /** Whether there is a journal, or nothing but what comes before it. */
    private boolean begun() throws IOException {
        if (Files.exists(root.resolve(Journal.NAME))) {
            return true;
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }

    /** A name in the directory that no run writes. */
    private Optional<String> stranger() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !OURS.contains(
                            name.endsWith(Disk.PART) ? name.substring(0, name.length() - Disk.PART.length()) : name))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw FileTrouble.reading(root, e);
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
            Disk.folder(root.resolve(folder));
            for (Path file : Disk.files(root.resolve(folder))) {
                if (!keep.contains(file)) {
                    Disk.delete(file);
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
        List<Path> whole = new ArrayList<>(Disk.files(root.resolve(RULEBOOK)));
        List.of(rejected(), root.resolve(SUMMARY), root.resolve(SUMMARY_TEXT)).forEach(whole::add);
        for (Path file : whole) {
            WrittenFile found = WrittenFile.of(root, file);
            files.put(found.name(), found.json());
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

    /** Deletes what a complete run needs no more. */
    void forget() throws IOException {
        if (complete()) {
            Disk.delete(work());
            Disk.delete(root.resolve(Journal.NAME));
        }
    }

    /**
     * The summary of a complete run.
     *
     * @throws RunRefused if the run is of something else
     */
    RunSummary summary(Map<String, Object> identity) throws IOException, RunRefused {
        try {
            forget();
            RunIdentity.check(root, identity, CanonicalJson.read(Files.readAllBytes(root.resolve(MANIFEST))));
            return new RunSummary(
                    CanonicalJson.read(Files.readAllBytes(root.resolve(SUMMARY))),
                    Files.readString(root.resolve(SUMMARY_TEXT)));
        } catch (JacksonException | IOException e) {
            throw new RunRefused(
                    "RUN_DAMAGED",
                    root,
                    new Sentence(
                            "le dossier de décisions est complet, mais son manifeste ou son résumé est illisible",
                            "the run is complete, but its manifest or summary can't be read"),
                    new Sentence("Peut-être optam verify " + root + ".", "Maybe optam verify " + root + "."));
        }
    }
}
