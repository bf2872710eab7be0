package fr.optam.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** Folder of the rulebook that decided. */
    public Path rulebook() {
        return root.resolve(RunDirectory.RULEBOOK);
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
