package fr.optam.run;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.engine.Detail;
import fr.optam.fact.PractitionerYear;
import java.util.HashSet;
import java.util.Set;

/** How a run writes what it decided. */
public enum RunForm {
    /** With its proof: {@code optam/run/1} and {@code optam/run/2}. */
    PROVEN(Detail.PROVEN),
    /** Lean: without what is made again of the facts and the rulebook. */
    LEAN(Detail.RUN);

    private static final String ACTS = "acts.";

    private final Detail detail;

    RunForm(Detail detail) {
        this.detail = detail;
    }

    /** How much the engine writes down for it. */
    public Detail detail() {
        return detail;
    }

    /**
     * Canonical bytes of a decision.
     *
     * @param decision made with {@link #detail}
     * @param factsDigest digest of the facts as they are recorded
     */
    public byte[] decision(Decision decision, String factsDigest) {
        return this == LEAN ? LeanJson.write(decision, factsDigest) : DecisionJson.write(decision, factsDigest);
    }

    /** Canonical bytes of the facts of a lean run: acts keep the ids that the decision names. */
    static byte[] facts(PractitionerYear year, Decision decision) {
        Set<String> listed = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (Answer answer : decision.answers()) {
            listed.addAll(answer.acts());
            for (String path : answer.missing()) {
                if (path.startsWith(ACTS) && path.lastIndexOf('.') > ACTS.length()) {
                    named.add(path.substring(ACTS.length(), path.lastIndexOf('.')));
                }
            }
        }
        for (Problem problem : decision.problems()) {
            listed.addAll(problem.acts());
        }
        Set<String> noted = new HashSet<>();
        year.notes().forEach(note -> noted.addAll(note.acts()));
        return FactsJson.lean(
                year,
                act -> listed.contains(act.ids().get(0))
                        || !noted.isEmpty() && act.ids().stream().anyMatch(noted::contains),
                act -> named.contains(act.ids().get(0)));
    }
}
