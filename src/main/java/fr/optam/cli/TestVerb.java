package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.FactsRefused;
import fr.optam.scenario.FiringCoverage;
import fr.optam.scenario.JUnitXml;
import fr.optam.scenario.ScenarioGiven;
import fr.optam.scenario.ScenarioReport;
import fr.optam.scenario.ScenarioResult;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.ScenarioText;
import fr.optam.scenario.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the scenarios. */
@Command(
        name = "test",
        sortOptions = false,
        description =
                "Decides the scenarios and holds each decision against what is expected. Exit code 1 if one fails.",
        footer = {"", "optam test", "optam test prime --failures", "optam test --only 'prime/*2025*'"})
final class TestVerb implements Verb {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATTERN",
            description = "Names or folders of scenarios; * stands for any characters. Default: all.")
    List<String> patterns = new ArrayList<>();

    @Option(names = "--only", paramLabel = "PATTERN", description = "As PATTERN.")
    List<String> only = new ArrayList<>();

    @Option(names = "--failures", description = "Shows the scenarios that fail and leaves out the others.")
    boolean failures;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML.")
    Path junit;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "Folder of the scenarios. Default: test-scenarios beside the rulebook, or of the checkout.")
    Path scenarios;

    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    private final Map<List<String>, Engine> engines = new HashMap<>();

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        Path folder = folder();
        List<String> wanted = new ArrayList<>(patterns);
        wanted.addAll(only);
        engine(List.of(), shell);
        ScenarioReport report = run(folder, new Selection(wanted), shell);
        if (junit != null) {
            Files.write(junit, JUnitXml.of(report).getBytes(StandardCharsets.UTF_8));
        }
        Set<String> ids = new TreeSet<>();
        engines.values().forEach(engine -> ids.addAll(engine.rulebook().rules().keySet()));
        FiringCoverage coverage = FiringCoverage.of(ids, report);
        if (output.json()) {
            shell.line(CanonicalJson.write(json(report, coverage)));
        } else {
            shell.print(ScenarioText.of(report, failures, output.french(), shell.colour()));
            shell.print(wanted.isEmpty() ? ScenarioText.of(coverage, output.french(), shell.colour()) : "");
        }
        return report.passed() ? Exit.DONE : Exit.FAILED;
    }

    private Path folder() throws Failure {
        Path beside = rulebook.root().resolve("test-scenarios");
        Path folder = scenarios != null
                ? scenarios
                : Files.isDirectory(beside) ? beside : Home.checkout().resolve("test-scenarios");
        if (!Files.isDirectory(folder)) {
            throw Failure.usage(folder.toString(), "no such folder", "Maybe --scenarios names it.");
        }
        return folder;
    }

    private Engine engine(List<String> overlays, Shell shell) throws Failure {
        Engine known = engines.get(overlays);
        if (known == null) {
            List<String> all = new ArrayList<>(rulebook.overlays);
            all.addAll(overlays);
            known = rulebook.engine(shell, all);
            engines.put(overlays, known);
        }
        return known;
    }

    private ScenarioReport run(Path folder, Selection selection, Shell shell) throws Failure, IOException {
        try {
            return ScenarioRunner.run(folder, selection, given -> decide(given, shell));
        } catch (OverlayUnusable e) {
            throw e.failure;
        }
    }

    private Decision decide(ScenarioGiven given, Shell shell) {
        try {
            return engine(given.overlays(), shell).decide(FactsJson.read(given.facts()));
        } catch (fr.optam.cohort.FactsRefused e) {
            throw new FactsRefused(
                    e.problems().stream().map(problem -> problem.line()).toList());
        } catch (Failure e) {
            throw new OverlayUnusable(e);
        }
    }

    /** Carries the failure of an overlay through the runner. */
    private static final class OverlayUnusable extends Error {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        OverlayUnusable(Failure failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static Map<String, Object> json(ScenarioReport report, FiringCoverage coverage) {
        Map<String, Object> json = new TreeMap<>();
        json.put("scenarios", report.results().size());
        json.put("failed", report.failures().size());
        json.put("results", report.results().stream().map(TestVerb::json).toList());
        json.put("neverFired", coverage.neverFired());
        json.put("neverSilent", coverage.neverSilent());
        json.put("unknownIds", coverage.unknown());
        return json;
    }

    private static Map<String, Object> json(ScenarioResult result) {
        return Map.of(
                "name",
                result.name(),
                "title",
                result.title(),
                "passed",
                result.passed(),
                "differences",
                result.passed() ? List.of() : result.lines());
    }
}
