package fr.optam.scenario;

import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Documents documents = new Documents(root);
        List<ScenarioResult> results = new ArrayList<>();
        for (Map.Entry<String, ScenarioFiles> entry : ScenarioFiles.below(root).entrySet()) {
            if (selection.takes(entry.getKey())) {
                results.add(one(entry.getKey(), entry.getValue(), documents, decide));
            }
        }
        return new ScenarioReport(results);
    }

    private static ScenarioResult one(
            String name, ScenarioFiles files, Documents documents, Function<ScenarioGiven, Decision> decide) {
        try {
            Path given = files.onlyGiven();
            Path stated = files.onlyExpected();
            Expected expected =
                    Expected.of(documents.read(stated), stated.getFileName().toString());
            return decided(new ScenarioGiven(name, expected.overlays(), documents.composed(given)), expected, decide);
        } catch (ScenarioInvalid e) {
            return new ScenarioResult(name, "", e.getMessage(), List.of(), new TreeSet<>(), List.of(), List.of());
        }
    }

    private static ScenarioResult decided(
            ScenarioGiven given, Expected expected, Function<ScenarioGiven, Decision> decide) {
        List<String> refused = expected.list("refused");
        try {
            Decision decision = decide.apply(given);
            if (!refused.isEmpty()) {
                return result(
                        given,
                        expected,
                        "",
                        List.of(new Difference("refused", String.join(", ", refused), "decided", "")),
                        new TreeSet<>());
            }
            SortedSet<String> fired =
                    decision.firings().stream().map(Firing::rule).collect(Collectors.toCollection(TreeSet::new));
            return result(given, expected, "", Comparison.of(expected, decision), fired);
        } catch (FactsRefused e) {
            List<Difference> differences = refused.stream()
                    .filter(text -> !e.getMessage().contains(text))
                    .map(text -> new Difference("refused", text, e.getMessage(), ""))
                    .toList();
            String error = refused.isEmpty() ? "the facts are refused: " + e.getMessage() : "";
            return result(given, expected, error, differences, new TreeSet<>());
        } catch (RuntimeException e) {
            return result(given, expected, "cannot be decided: " + e, List.of(), new TreeSet<>());
        }
    }

    private static ScenarioResult result(
            ScenarioGiven given,
            Expected expected,
            String error,
            List<Difference> differences,
            SortedSet<String> fired) {
        return new ScenarioResult(
                given.name(),
                expected.title(),
                error,
                differences,
                fired,
                expected.list("fires"),
                expected.list("silent"));
    }
}
