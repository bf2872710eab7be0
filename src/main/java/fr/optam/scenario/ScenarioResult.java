package fr.optam.scenario;

import java.util.List;
import java.util.SortedSet;

/**
 * What became of one scenario.
 *
 * @param name path below the root without its ending
 * @param title its sentence; empty if the scenario could not be read
 * @param error why it could not be read or decided; empty if it was
 * @param differences points in which the decision is not as expected
 * @param fired ids of the rules and rows that applied
 * @param expectedToFire ids that the scenario states under {@code fires}
 * @param expectedSilent ids that the scenario states under {@code silent}
 */
public record ScenarioResult(
        String name,
        String title,
        String error,
        List<Difference> differences,
        SortedSet<String> fired,
        List<String> expectedToFire,
        List<String> expectedSilent) {

    /** Whether it was decided, and as expected. */
    public boolean passed() {
        return error.isEmpty() && differences.isEmpty();
    }

    /** Why it failed, a line each; none if it passed. */
    public List<String> lines() {
        return error.isEmpty() ? differences.stream().map(Difference::line).toList() : List.of(error);
    }
}
