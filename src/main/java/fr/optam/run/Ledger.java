package fr.optam.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who stands where in a part of a run, and under which hash: what finds one decision without reading the others. */
final class Ledger {
    private static final String HEAD = "practitioner;year;leaf;decisionBlock;factsBlock";
    private static final long MAX_BYTES = 1L << 26;

    private Ledger() {}

    /** Writes the ledger of a part. */
    static WrittenFile write(Path root, String name, List<LedgerLine> lines) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        lines.forEach(line -> text.append(line.line()).append('\n'));
        try (PartFile file = new PartFile(root, name)) {
            file.add(Piece.of(text.toString().getBytes(StandardCharsets.UTF_8)));
            return file.finish();
        }
    }

    /**
     * A ledger that was read.
     *
     * @param lines its lines, up to the first that is none
     * @param whole whether it holds nothing else and could be read to its end
     */
    record Read(List<LedgerLine> lines, boolean whole) {}

    /**
     * Reads the ledger of a part.
     *
     * @throws IOException if the file can't be read
     */
    static Read read(Path file) throws IOException {
        List<LedgerLine> lines = new ArrayList<>();
        try (Lines in = new Lines(file, MAX_BYTES)) {
            boolean head = in.advance()
                    && HEAD.equals(new String(in.room(), in.start(), in.end() - in.start(), StandardCharsets.UTF_8));
            while (head && in.advance()) {
                Optional<LedgerLine> read =
                        LedgerLine.of(new String(in.room(), in.start(), in.end() - in.start(), StandardCharsets.UTF_8));
                if (read.isEmpty()) {
                    return new Read(lines, false);
                }
                lines.add(read.get());
            }
            return new Read(lines, head && !in.torn());
        }
    }

    /** Root of the tree over the decisions of a part, 32 bytes. */
    static byte[] root(List<LedgerLine> lines) {
        Merkle tree = new Merkle();
        lines.forEach(line -> tree.add(line.leaf()));
        return tree.root();
    }
}
