package fr.optam.scenario;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What became of one scenario.
 *
 * @param name path below the root without its ending; for a row of a workbook that of the workbook and the id
 * @param at where it is written: path below the root, for a row of a workbook with sheet and cell
 * @param title its sentence; empty if the scenario could not be read
 * @param problems why it could not be read or decided; none if it was
 * @param differences points in which the decision is not as expected
 * @param fired ids of the rules and rows that applied
 * @param expectedToFire ids that the scenario states under {@code fires}
 * @param expectedSilent ids that the scenario states under {@code silent}
 */
public record ScenarioResult(
        String name,
        String at,
        String title,
        List<ScenarioProblem> problems,
        List<Difference> differences,
        SortedSet<String> fired,
        List<String> expectedToFire,
        List<String> expectedSilent) {

    /** Whether it was decided, and as expected. */
    public boolean passed() {
        return problems.isEmpty() && differences.isEmpty();
    }

    /** Why it could not be read or decided, in English; empty if it was. */
    public String error() {
        return problems.stream().map(p -> p.text(false)).collect(Collectors.joining("\n"));
    }

    /** Why it failed, a line each, in English; none if it passed. */
    public List<String> lines() {
        return lines(false);
    }

    /** Why it failed, a line each; none if it passed. */
    public List<String> lines(boolean french) {
        return problems.isEmpty()
                ? differences.stream().map(d -> d.line(french)).toList()
                : problems.stream().map(p -> p.text(french)).toList();
    }
}
