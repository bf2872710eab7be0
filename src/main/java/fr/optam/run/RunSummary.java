package fr.optam.run;

import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.FileCount;
import fr.optam.decision.Problem;
import fr.optam.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param json as JSON values: maps, lists, texts, whole numbers
 * @param text as a person reads it
 */
public record RunSummary(Map<String, Object> json, String text) {

    /** Sums up a run whose parts are written. */
    static RunSummary of(
            Map<String, Object> identity, CohortSummary cohort, List<Part> parts, Rulebook rulebook, String lang) {
        Tally tally = new Tally();
        parts.forEach(part -> tally.add(part.tally()));
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", "optam/run-summary/1");
        for (String key : List.of("year", "layout", "rulebook", "engine")) {
            json.put(key, identity.get(key));
        }
        json.put("counts", counts(cohort, parts, tally));
        json.put("files", cohort.files().stream().map(RunSummary::file).toList());
        json.put("input", cohort.facts());
        json.put("warnings", cohort.warnings());
        json.put("outcomes", tally.outcomes());
        json.put("verdicts", tally.verdicts());
        json.put("cents", tally.cents());
        json.put("findings", tally.findings());
        return new RunSummary(json, SummaryText.of(identity, cohort, tally, rulebook, lang.equals("fr")));
    }

    private static Map<String, Object> counts(CohortSummary cohort, List<Part> parts, Tally tally) {
        Map<String, Object> counts = new TreeMap<>();
        counts.put("decided", parts.stream().mapToLong(Part::count).sum());
        counts.put("notEvaluable", tally.outcomes().getOrDefault("NOT_EVALUABLE", 0L));
        long disagreements = tally.findings().getOrDefault(Problem.DISAGREEMENT, 0L);
        if (disagreements > 0) {
            counts.put("disagreements", disagreements);
        }
        counts.put("parts", parts.size());
        counts.put("practitionersRejected", cohort.practitionersRejected());
        counts.put("rowsRejected", cohort.rejected());
        return counts;
    }

    private static Map<String, Object> file(FileCount file) {
        Map<String, Object> json = new TreeMap<>();
        json.put("file", file.file());
        json.put("read", file.read());
        json.put("used", file.used());
        json.put("rejected", file.rejected());
        json.put("rejectedByReason", file.rejectedByReason());
        json.put("excluded", file.excluded());
        json.put("excludedByReason", file.excludedByReason());
        return json;
    }

    /** The figures of the run by name. */
    @SuppressWarnings("unchecked")
    Map<String, Object> counts() {
        return (Map<String, Object>) json.get("counts");
    }

    /** Practitioner-years decided. */
    public long decided() {
        return ((Number) counts().get("decided")).longValue();
    }

    /**
     * Whether all input was used and evaluated: no row or practitioner rejected, no decision that is not evaluable, none
     * on which two evaluations disagree.
     */
    public boolean whole() {
        return List.of("notEvaluable", "practitionersRejected", "rowsRejected", "disagreements").stream()
                .allMatch(name -> !(counts().get(name) instanceof Number count) || count.longValue() == 0);
    }
}
