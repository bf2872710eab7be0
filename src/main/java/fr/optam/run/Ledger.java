package fr.optam.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Who stands where in a part of a run, and under which hash: what finds one decision without reading the others. */
final class Ledger {
    private static final String HEAD = "practitioner;year;leaf;decisionBlock;factsBlock\n";

    private Ledger() {}

    /** Writes the ledger of a part. */
    static WrittenFile write(Path root, String name, List<LedgerLine> lines) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(line.line()).append('\n'));
        try (PartFile file = new PartFile(root, name)) {
            file.add(Piece.of(text.toString().getBytes(StandardCharsets.UTF_8)));
            return file.finish();
        }
    }

    /**
     * Reads the ledger of a part.
     *
     * @return its lines; nothing if the file holds anything else
     * @throws IOException if the file can't be read
     */
    static Optional<List<LedgerLine>> read(Path file) throws IOException {
        byte[] packed = Files.readAllBytes(file);
        String text;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException torn) {
            return Optional.empty();
        }
        if (!text.startsWith(HEAD)) {
            return Optional.empty();
        }
        List<LedgerLine> lines = new ArrayList<>();
        for (String line : text.substring(HEAD.length()).lines().toList()) {
            Optional<LedgerLine> read = LedgerLine.of(line);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            lines.add(read.get());
        }
        return Optional.of(lines);
    }

    /** Root of the tree over the decisions of a part, 32 bytes. */
    static byte[] root(List<LedgerLine> lines) {
        Merkle tree = new Merkle();
        lines.forEach(line -> tree.add(line.leaf()));
        return tree.root();
    }
}
