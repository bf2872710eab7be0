package fr.optam.run;

import fr.optam.rulebook.RulebookLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a run: one practitioner without the others, or all in order. */
public final class RunReader {
    private final Path root;
    private final Manifest manifest;

    private RunReader(Path root, Manifest manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    /**
     * Opens a run.
     *
     * @throws RunRefused if the directory holds no whole run
     * @throws IOException if the manifest can't be read
     */
    public static RunReader open(Path root) throws IOException, RunRefused {
        if (!Files.isDirectory(root)) {
            throw RunRefused.noDirectory(root);
        }
        return new RunReader(root, Manifest.read(root));
    }

    /** Root of the tree as the manifest says, {@code sha256:…}. */
    public String root() {
        return manifest.root();
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * The rulebook that decided, as it was found.
     *
     * @param cache folder for compiled rules
     */
    public RulebookLocation rulebook(Path cache) {
        return rulebook(root, manifest, cache);
    }

    static RulebookLocation rulebook(Path root, Manifest manifest, Path cache) {
        Map<String, String> shown = new TreeMap<>();
        if (manifest.json().get("rulebookShown") instanceof Map<?, ?> map) {
            map.forEach((path, text) -> shown.put(String.valueOf(path), String.valueOf(text)));
        }
        List<String> overlays = new ArrayList<>();
        if (manifest.rulebook().get("overlays") instanceof List<?> list) {
            list.forEach(name -> overlays.add(String.valueOf(name)));
        }
        return new RulebookLocation(
                root.resolve(RunDirectory.RULEBOOK),
                List.of(),
                cache,
                Optional.of(new RulebookLocation.Recorded(overlays, shown)));
    }

    /** The facts of every decision in order, one after the other; nothing is kept. */
    public void each(Visitor visitor) throws IOException {
        try (Records records = records()) {
            for (long index = 0; records.hasNext(); index++) {
                Records.Record next = records.next();
                visitor.visit(index, next.decision(), next.facts());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether facts are those that a decision of a run names by their digest. */
    public static boolean named(byte[] decision, byte[] facts) {
        return Sha256.of(facts).equals(Member.text(decision, Member.FACTS));
    }

    /** The same for whoever takes them one by one; to be closed. */
    public Records records() {
        return new Records(root, manifest.parts());
    }

    /** Takes a decision and its facts. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes one.
         *
         * @param index place in the run, first is 0
         * @param decision canonical bytes
         * @param facts canonical bytes
         */
        void visit(long index, byte[] decision, byte[] facts) throws IOException;
    }

    /** Decisions of the run. */
    public long size() {
        return manifest.size();
    }

    /** Version of the program that decided. */
    public String engine() {
        return String.valueOf(manifest.json().get("engine"));
    }

    /** How decisions are written. */
    public RunForm form() {
        return manifest.form();
    }

    /** Civil year that was decided. */
    public int year() {
        return ((Number) manifest.json().get("year")).intValue();
    }

    /**
     * The decision of one practitioner and its facts; nothing if the run holds none.
     *
     * @throws IOException if a file can't be read or is not as it was written
     */
    public Optional<Recorded> find(String practitioner) throws IOException {
        Optional<Recorded> found = locate(practitioner);
        if (found.isPresent()) {
            Manifest.Entry part = manifest.parts().get(found.get().part());
            byte[] decision = found.get().decision();
            boolean inTree = manifest.first() || proof(found.get()).holds(manifest.root());
            if (!inTree || !practitioner.equals(Member.text(decision, Member.PRACTITIONER))) {
                throw new IOException(root.resolve(part.decisions()) + ": the decision of " + practitioner
                        + " is not the one that was sealed. Maybe verify says more.");
            }
            if (!Sha256.of(found.get().facts()).equals(Member.text(decision, Member.FACTS))) {
                throw new IOException(root.resolve(part.facts()) + ": the facts of " + practitioner
                        + " are not those that were sealed. Maybe verify says more.");
            }
        }
        return found;
    }

    /**
     * The same without a look at whether it is as it was written.
     *
     * @throws IOException if a file can't be read
     */
    public Optional<Recorded> locate(String practitioner) throws IOException {
        for (int i = 0; i < manifest.parts().size(); i++) {
            Manifest.Entry part = manifest.parts().get(i);
            if (part.first().compareTo(practitioner) <= 0 && part.last().compareTo(practitioner) >= 0) {
                List<LedgerLine> ledger = ledger(part);
                for (int line = 0; line < ledger.size(); line++) {
                    if (ledger.get(line).practitioner().equals(practitioner)) {
                        return Optional.of(recorded(i, line, ledger));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The proof that a decision stands in this run. */
    public RunProof proof(Recorded recorded) throws IOException {
        return RunProof.of(manifest, recorded, ledger(manifest.parts().get(recorded.part())));
    }

    List<LedgerLine> ledger(Manifest.Entry part) throws IOException {
        Path file = root.resolve(part.ledger());
        Ledger.Read read = Ledger.read(file);
        if (!read.whole()) {
            throw new IOException(file + ": is no ledger. Maybe verify says what was changed.");
        }
        return read.lines();
    }

    private Recorded recorded(int part, int line, List<LedgerLine> ledger) throws IOException {
        Manifest.Entry entry = manifest.parts().get(part);
        return new Recorded(
                part, line, Block.decision(root, entry, ledger, line), Block.facts(root, entry, ledger, line));
    }
}
