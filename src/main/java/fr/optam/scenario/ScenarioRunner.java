package fr.optam.scenario;

import fr.optam.decision.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Runs the scenarios found below a folder. */
public final class ScenarioRunner {
    private ScenarioRunner() {}

    /**
     * Decides every selected scenario and holds the decision against what is expected.
     *
     * @param root folder of the scenarios; its sub-folder {@code cohort} is left out
     * @param selection which of them to run
     * @param decide the engine; throws {@link FactsRefused} where it would refuse the facts
     * @throws IOException if the folder cannot be listed
     */
    public static ScenarioReport run(Path root, Selection selection, Function<ScenarioGiven, Decision> decide)
            throws IOException {
        return new ScenarioReport(Scenarios.read(root, selection).stream()
                .map(scenario -> scenario.judge(decide))
                .toList());
    }
}
