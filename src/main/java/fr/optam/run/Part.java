package fr.optam.run;

import java.io.IOException;
import java.nio.file.Path;
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
 * @param tally what was decided
 */
record Part(long count, String first, String last, WrittenFile decisions, WrittenFile facts, Tally tally) {

    /** As the journal keeps it. */
    Map<String, Object> journal() {
        Map<String, Object> json = new TreeMap<>();
        json.put("count", count);
        json.put("first", first);
        json.put("last", last);
        json.put("decisions", decisions.json());
        json.put("facts", facts.json());
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
                Tally.of((Map<String, Object>) json.get("tally")));
    }

    /** Whether both files are on disk as they were written. */
    boolean holds(Path root) throws IOException {
        return decisions.holds(root) && facts.holds(root);
    }
}
