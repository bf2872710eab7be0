package fr.optam.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @throws RunRefused if there is none, or it is no manifest
     * @throws IOException if the file can't be read
     */
    static Manifest read(Path root) throws IOException, RunRefused {
        Path file = root.resolve(RunDirectory.MANIFEST);
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new RunRefused("RUN_UNREADABLE", file + ": larger than a manifest can be. Maybe another run.");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new RunRefused(
                    "RUN_UNREADABLE",
                    Files.exists(root.resolve(Journal.NAME))
                            ? root + ": a run that was cut off. Maybe go on with it: batch --resume."
                            : root + ": holds no " + RunDirectory.MANIFEST + ". Maybe another directory.");
        }
        try {
            return of(bytes);
        } catch (JacksonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new RunRefused("RUN_UNREADABLE", file + ": is no manifest of a run. Maybe it was changed.");
        }
    }

    private static Manifest of(byte[] bytes) {
        Map<String, Object> json = CanonicalJson.read(bytes);
        if (!((String) json.get("schema")).startsWith(SCHEMAS)) {
            throw new IllegalArgumentException("schema");
        }
        SortedMap<String, WrittenFile> files = new TreeMap<>();
        for (Object each : (List<?>) json.get("files")) {
            Map<?, ?> file = (Map<?, ?>) each;
            String name = inside((String) file.get("file"));
            boolean text = file.get("textSha256") != null;
            files.put(
                    name,
                    new WrittenFile(
                            name,
                            number(file, "bytes"),
                            java.util.Objects.requireNonNull((String) file.get("sha256")),
                            text ? number(file, "textBytes") : -1,
                            text ? (String) file.get("textSha256") : ""));
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
        } catch (IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    /** Root of the tree over the roots of the parts, 32 bytes. */
    byte[] treeOfParts() {
        Merkle tree = new Merkle();
        parts.forEach(part -> tree.add(Sha256.bytes(part.root())));
        return tree.root();
    }

    /** Whether the run has a ledger and a tree. */
    boolean sealed() {
        return parts.stream().noneMatch(part -> part.ledger().isEmpty());
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
