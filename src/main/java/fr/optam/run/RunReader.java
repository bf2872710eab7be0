package fr.optam.run;

import fr.optam.rulebook.RulebookLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a run: one practitioner without the others, or all in order. */
public final class RunReader {
    private static final int BLOCK = 1 << 16;

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
            throw new RunRefused("RUN_UNREADABLE", root + ": no such directory. Maybe it has another name.");
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
        long index = 0;
        for (Manifest.Entry part : manifest.parts()) {
            try (Lines decisions = new Lines(root.resolve(part.decisions()), Long.MAX_VALUE);
                    Lines facts = new Lines(root.resolve(part.facts()), Long.MAX_VALUE)) {
                for (byte[] decision = decisions.next(); decision != null; decision = decisions.next()) {
                    byte[] known = facts.next();
                    if (known == null) {
                        throw new IOException(
                                root.resolve(part.facts()) + ": ends too early. Maybe verify says where.");
                    }
                    visitor.visit(index++, decision, known);
                }
            }
        }
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
        return manifest.parts().stream().mapToLong(Manifest.Entry::count).sum();
    }

    /** Version of the program that decided. */
    public String engine() {
        return String.valueOf(manifest.json().get("engine"));
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
        return Ledger.read(file)
                .orElseThrow(() -> new IOException(file + ": is no ledger. Maybe verify says what was changed."));
    }

    private Recorded recorded(int part, int line, List<LedgerLine> ledger) throws IOException {
        LedgerLine found = ledger.get(line);
        int inDecisions = line;
        while (inDecisions > 0 && ledger.get(inDecisions - 1).decisionBlock() == found.decisionBlock()) {
            inDecisions--;
        }
        int inFacts = line;
        while (inFacts > 0 && ledger.get(inFacts - 1).factsBlock() == found.factsBlock()) {
            inFacts--;
        }
        Manifest.Entry entry = manifest.parts().get(part);
        return new Recorded(
                part,
                line,
                line(root.resolve(entry.decisions()), found.decisionBlock(), line - inDecisions),
                line(root.resolve(entry.facts()), found.factsBlock(), line - inFacts));
    }

    /** A line of the block that begins at a place of a part. */
    private static byte[] line(Path file, long block, int number) throws IOException {
        Inflater inflater = new Inflater(true);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(block);
            byte[] packed = new byte[BLOCK];
            byte[] text = new byte[BLOCK];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int at = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = in.read(packed);
                    if (read < 0) {
                        break;
                    }
                    inflater.setInput(packed, 0, read);
                }
                int inflated = inflater.inflate(text);
                int from = 0;
                for (int i = 0; i < inflated; i++) {
                    if (text[i] == '\n') {
                        if (at++ == number) {
                            line.write(text, from, i - from);
                            return line.toByteArray();
                        }
                        from = i + 1;
                    }
                }
                if (at == number) {
                    line.write(text, from, inflated - from);
                }
            }
        } catch (DataFormatException e) {
            throw new IOException(file + ": is damaged. Maybe verify says where.", e);
        } finally {
            inflater.end();
        }
        throw new IOException(file + ": ends too early. Maybe verify says where.");
    }
}
