package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * The manifest of a run, read with mistrust.
 *
 * @param bytes as it stands on disk
 * @param json its members
 * @param files files by name
 * @param parts parts in order
 */
record Manifest(byte[] bytes, Map<String, Object> json, SortedMap<String, WrittenFile> files, List<Entry> parts) {
    private static final long MAX_BYTES = 64L << 20;
    private static final String SCHEMAS = "optam/run/";
    private static final String FIRST = SCHEMAS + "1";
    private static final String SECOND = SCHEMAS + "2";
    private static final List<String> KNOWN = List.of(FIRST, SECOND, RunIdentity.SCHEMA);

    /**
     * A part as the manifest shows it.
     *
     * @param count practitioner-years
     * @param first id of the first practitioner
     * @param last id of the last practitioner
     * @param decisions file of the decisions
     * @param facts file of the facts
     * @param ledger file of the ledger; empty in a run of the first format
     * @param root root of its tree; empty in a run of the first format
     */
    record Entry(long count, String first, String last, String decisions, String facts, String ledger, String root) {}

    /**
     * Reads the manifest of a run.
     *
     * @throws RunRefused if there is none ({@code RUN_UNREADABLE}), it is none any more ({@code RUN_DAMAGED}), or of a
     *     format that is not known ({@code RUN_NEWER})
     * @throws IOException if the file can't be read
     */
    static Manifest read(Path root) throws IOException, RunRefused {
        Path file = root.resolve(RunDirectory.MANIFEST);
        if (!Files.isRegularFile(file)
                || !Files.exists(root.resolve(RunDirectory.SEAL)) && Files.exists(root.resolve(Journal.NAME))) {
            if (Files.isDirectory(root) && !Files.isExecutable(root)) {
                throw new AccessDeniedException(root.toString());
            }
            throw missing(root);
        }
        try {
            byte[] bytes = Disk.readAtMost(file, MAX_BYTES);
            Map<String, Object> json = CanonicalJson.read(bytes);
            String schema = (String) json.get("schema");
            if (schema.startsWith(SCHEMAS) && !KNOWN.contains(schema)) {
                throw new RunRefused(
                        "RUN_NEWER",
                        file,
                        new Sentence(
                                "format " + schema + ", ce programme lit " + String.join(", ", KNOWN),
                                "format " + schema + ", this program reads " + String.join(", ", KNOWN)),
                        new Sentence(
                                "Peut-être une version plus récente du programme.",
                                "Maybe a newer version of the program."));
            }
            return of(bytes, json, schema);
        } catch (JacksonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new RunRefused(
                    "RUN_DAMAGED",
                    file,
                    new Sentence("n’est pas un manifeste", "is no manifest of a run"),
                    new Sentence("Peut-être a-t-il été modifié.", "Maybe it was changed."));
        }
    }

    private static RunRefused missing(Path root) {
        if (Files.exists(root.resolve(RunDirectory.SEAL))) {
            return new RunRefused(
                    "RUN_DAMAGED",
                    root.resolve(RunDirectory.MANIFEST),
                    new Sentence("fichier absent", "the file is missing"),
                    new Sentence("Peut-être a-t-il été supprimé.", "Maybe it was deleted."));
        }
        return Files.exists(root.resolve(Journal.NAME))
                ? new RunRefused(
                        "RUN_UNREADABLE",
                        root,
                        new Sentence("un dossier de décisions interrompu", "a run that was cut off"),
                        new Sentence(
                                "Peut-être le poursuivre : batch --resume.", "Maybe go on with it: batch --resume."))
                : new RunRefused(
                        "RUN_UNREADABLE",
                        root,
                        new Sentence(
                                "ne contient pas de " + RunDirectory.MANIFEST, "holds no " + RunDirectory.MANIFEST),
                        new Sentence("Peut-être un autre dossier.", "Maybe another directory."));
    }

    private static Manifest of(byte[] bytes, Map<String, Object> json, String schema) {
        if (!KNOWN.contains(schema)
                || !(json.get("rulebook") instanceof Map<?, ?> rulebook)
                || !(rulebook.get("digest") instanceof String)
                || !(json.get("year") instanceof Integer)) {
            throw new IllegalArgumentException("schema");
        }
        SortedMap<String, WrittenFile> files = new TreeMap<>();
        for (Object each : (List<?>) json.get("files")) {
            WrittenFile file = WrittenFile.read((Map<?, ?>) each);
            inside(file.name());
            files.put(file.name(), file);
        }
        List<Entry> parts = new ArrayList<>();
        for (Object each : (List<?>) json.get("parts")) {
            Map<?, ?> part = (Map<?, ?>) each;
            parts.add(new Entry(
                    number(part, "count"),
                    text(part, "first"),
                    text(part, "last"),
                    inside(text(part, "decisions")),
                    inside(text(part, "facts")),
                    inside(text(part, "ledger")),
                    text(part, "root")));
        }
        return new Manifest(bytes, json, Collections.unmodifiableSortedMap(files), List.copyOf(parts));
    }

    private static long number(Map<?, ?> map, String key) {
        return ((Number) map.get(key)).longValue();
    }

    private static String text(Map<?, ?> map, String key) {
        return Optional.ofNullable((String) map.get(key)).orElse("");
    }

    /** A path that stays below the run. */
    private static String inside(String name) {
        Path path = Path.of(name);
        if (path.isAbsolute() || !path.normalize().equals(path) || name.startsWith("..")) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }

    /** Whether it is written as manifests are, and its root is that of its parts. */
    boolean coherent() {
        try {
            return Arrays.equals(CanonicalJson.line(json), bytes)
                    && Sha256.text(treeOfParts()).equals(root());
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            return false;
        }
    }

    /** Root of the tree over the roots of the parts, 32 bytes. */
    byte[] treeOfParts() {
        Merkle tree = new Merkle();
        parts.forEach(part -> tree.add(Sha256.bytes(part.root())));
        return tree.root();
    }

    /** Whether the run is of the first format, that has neither ledger nor tree nor seal. */
    boolean first() {
        return FIRST.equals(json.get("schema"))
                && !json.containsKey("tree")
                && parts.stream().allMatch(part -> part.ledger().isEmpty());
    }

    /** How its decisions are written. */
    RunForm form() {
        return RunIdentity.SCHEMA.equals(json.get("schema")) ? RunForm.LEAN : RunForm.PROVEN;
    }

    /** Version of the program that wrote the run. */
    String engine() {
        return String.valueOf(json.get("engine"));
    }

    /** Decisions of the run. */
    long size() {
        return parts.stream().mapToLong(Entry::count).sum();
    }

    /** Names of the files of the parts. */
    Set<String> ofParts() {
        Set<String> names = new HashSet<>();
        parts.forEach(part -> names.addAll(List.of(part.decisions(), part.facts(), part.ledger())));
        return names;
    }

    /** The rulebook that decided: version, digest, overlays. */
    Map<?, ?> rulebook() {
        return (Map<?, ?>) json.get("rulebook");
    }

    /** Root of the tree, {@code sha256:…}; empty in a run of the first format. */
    String root() {
        return json.get("tree") instanceof Map<?, ?> tree ? text(tree, "root") : "";
    }
}
