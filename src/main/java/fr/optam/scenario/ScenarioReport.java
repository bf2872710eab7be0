package fr.optam.scenario;

import java.util.List;

/**
 * What became of the scenarios that were selected.
 *
 * @param results in order of name
 */
public record ScenarioReport(List<ScenarioResult> results) {

    /** Copies the results. */
    public ScenarioReport {
        results = List.copyOf(results);
    }

    /** The scenarios that did not pass. */
    public List<ScenarioResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether there was a scenario and all of them passed. */
    public boolean passed() {
        return !results.isEmpty() && failures().isEmpty();
    }
}
