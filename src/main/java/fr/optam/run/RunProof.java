package fr.optam.run;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * What proves that one decision stands in a run, against a root that is held elsewhere: it needs neither the run nor the
 * other decisions.
 *
 * @param index place of the decision, first is 0
 * @param size decisions of the run
 * @param path hashes from the leaf's side to the root's, 32 bytes each
 * @param decision canonical bytes of the decision, without the end of the line
 */
public record RunProof(long index, long size, List<byte[]> path, byte[] decision) {
    /** Value of {@code schema}. */
    private static final String SCHEMA = "optam/inclusion-proof/1";

    private static final long MAX_BYTES = 1L << 28;

    /** The proof for a decision that was found in a run. */
    static RunProof of(Manifest manifest, Recorded recorded, List<LedgerLine> ledger) {
        List<byte[]> leaves = ledger.stream().map(LedgerLine::leaf).toList();
        List<byte[]> path = new ArrayList<>(Merkle.path(leaves, recorded.line()));
        List<byte[]> roots =
                manifest.parts().stream().map(part -> Sha256.bytes(part.root())).toList();
        path.addAll(Merkle.path(roots, recorded.part()));
        long before = manifest.parts().subList(0, recorded.part()).stream()
                .mapToLong(Manifest.Entry::count)
                .sum();
        long size = manifest.parts().stream().mapToLong(Manifest.Entry::count).sum();
        return new RunProof(before + recorded.line(), size, path, recorded.decision());
    }

    /** Whether the decision stands in the run with this root, {@code sha256:…}. */
    public boolean holds(String root) {
        byte[] hash = Sha256.bytes(root);
        return hash.length > 0 && Merkle.includes(Merkle.leaf(decision), index, size, path, hash);
    }

    /** As JSON, the decision as text so that its bytes stay. */
    public byte[] json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA);
        json.put("index", index);
        json.put("size", size);
        json.put("path", path.stream().map(Sha256::text).toList());
        json.put("decision", new String(decision, java.nio.charset.StandardCharsets.UTF_8));
        return CanonicalJson.write(json);
    }

    /**
     * Reads a proof.
     *
     * @throws RunRefused if the file holds none
     * @throws IOException if it can't be read
     */
    public static RunProof read(Path file) throws IOException, RunRefused {
        try {
            Map<String, Object> json = CanonicalJson.read(Disk.readAtMost(file, MAX_BYTES));
            List<byte[]> path = ((List<?>) json.get("path"))
                    .stream().map(hash -> Sha256.bytes((String) hash)).toList();
            if (!SCHEMA.equals(json.get("schema")) || path.stream().anyMatch(hash -> hash.length == 0)) {
                throw new IllegalArgumentException("schema");
            }
            return new RunProof(
                    ((Number) json.get("index")).longValue(),
                    ((Number) json.get("size")).longValue(),
                    path,
                    ((String) json.get("decision")).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (JacksonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new RunRefused(
                    "PROOF_UNREADABLE",
                    file,
                    new Sentence("n’est pas une preuve d’inclusion", "is no inclusion proof"),
                    new Sentence("Peut-être a-t-elle été modifiée.", "Maybe it was changed."));
        }
    }

    /** Compared by content. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunProof proof && Arrays.equals(json(), proof.json());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(decision);
    }
}
