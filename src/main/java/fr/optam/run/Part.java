package fr.optam.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A chunk of the cohort as it was written.
 *
 * @param count practitioner-years
 * @param first id of the first practitioner
 * @param last id of the last practitioner
 * @param decisions their decisions
 * @param facts their facts
 * @param ledger what says where each stands
 * @param root root of the tree over its decisions, {@code sha256:…}
 * @param tally what was decided
 */
record Part(
        long count,
        String first,
        String last,
        WrittenFile decisions,
        WrittenFile facts,
        WrittenFile ledger,
        String root,
        Tally tally) {

    /** As the journal keeps it. */
    Map<String, Object> journal() {
        Map<String, Object> json = new TreeMap<>();
        json.put("count", count);
        json.put("first", first);
        json.put("last", last);
        json.put("decisions", decisions.json());
        json.put("facts", facts.json());
        json.put("ledger", ledger.json());
        json.put("root", root);
        json.put("tally", tally.counts());
        return json;
    }

    /** As the manifest shows it. */
    Map<String, Object> manifest() {
        Map<String, Object> json = new TreeMap<>();
        json.put("count", count);
        json.put("first", first);
        json.put("last", last);
        json.put("decisions", decisions.name());
        json.put("facts", facts.name());
        json.put("ledger", ledger.name());
        json.put("root", root);
        return json;
    }

    /** What a line of the journal says. */
    @SuppressWarnings("unchecked")
    static Part of(Map<String, Object> json) {
        return new Part(
                ((Number) json.get("count")).longValue(),
                (String) json.get("first"),
                (String) json.get("last"),
                WrittenFile.of(json.get("decisions")),
                WrittenFile.of(json.get("facts")),
                WrittenFile.of(json.get("ledger")),
                (String) json.get("root"),
                Tally.of((Map<String, Object>) json.get("tally")));
    }

    /** Its files. */
    List<WrittenFile> files() {
        return List.of(decisions, facts, ledger);
    }

    /** The tree over all decisions of some parts; each but the last holds a power of two. */
    static Merkle tree(List<Part> parts) {
        Merkle tree = new Merkle();
        parts.forEach(part -> tree.add(Sha256.bytes(part.root())));
        return tree;
    }

    /** Whether its files are on disk as they were written. */
    boolean holds(Path root) throws IOException {
        return decisions.holds(root) && facts.holds(root) && ledger.holds(root);
    }
}
