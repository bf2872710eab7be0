package fr.optam.cli;

import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.FiringCoverage;
import fr.optam.scenario.JUnitXml;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.ScenarioReport;
import fr.optam.scenario.ScenarioText;
import fr.optam.scenario.Scenarios;
import fr.optam.scenario.Selection;
import fr.optam.scenario.coverage.CoverageText;
import fr.optam.scenario.coverage.TablesCoverage;
import fr.optam.scenario.sheet.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        footer = {
            "",
            "optam test",
            "optam test prime --failures",
            "optam test --only 'prime/*2025*'",
            "optam test --coverage --coverage-html coverage.html --coverage-workbooks painted",
            "optam test --record facts.json --as prime/a-case --title 'Une prime réduite.'",
            "optam test --mutate=consequence/prime-bareme"
        })
final class TestVerb implements Verb {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATTERN",
            description = "Names, ids, workbooks or folders of scenarios; * stands for any characters. Default: all.")
    List<String> patterns = new ArrayList<>();

    @Option(names = "--only", paramLabel = "PATTERN", description = "As PATTERN.")
    List<String> only = new ArrayList<>();

    @Option(names = "--failures", description = "Shows the scenarios that fail and leaves out the others.")
    boolean failures;

    @Option(
            names = "--coverage",
            description = "Shows coverage for a selection too, and each condition cell that never decided alone.")
    boolean coverage;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML.")
    Path junit;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "Folder of the scenarios. Default: test-scenarios beside the rulebook, or of the checkout.")
    Path scenarios;

    @Mixin
    CoverageFiles files;

    @Mixin
    RecordOptions recording;

    @Mixin
    MutateOptions mutate;

    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        Path folder = folder();
        files.check(rulebook);
        List<String> wanted = new ArrayList<>(patterns);
        wanted.addAll(only);
        ScenarioEngines engines = new ScenarioEngines(rulebook, shell);
        if (recording.wanted()) {
            return recording.run(folder, rulebook, engines.engine(List.of()), output.french(), shell);
        }
        Vocabulary vocabulary = Vocabulary.of(engines.engine(List.of()).rulebook());
        List<Scenario> chosen = Scenarios.read(folder, new Selection(wanted), vocabulary);
        if (mutate.wanted()) {
            return new MutationTesting(mutate, rulebook, output, shell).run(chosen, engines::engine);
        }
        ScenarioReport report = engines.judge(chosen);
        if (junit != null) {
            Files.write(junit, JUnitXml.of(report).getBytes(StandardCharsets.UTF_8));
        }
        FiringCoverage firings = FiringCoverage.of(engines.ruleIds(), report);
        TablesCoverage tables = engines.coverage();
        if (output.json()) {
            shell.line(CanonicalJson.write(new TestJson(output.french()).of(report, failures, firings, tables)));
        } else {
            shell.print(ScenarioText.of(report, failures, output.french(), shell.colour()));
            if (wanted.isEmpty() || coverage) {
                shell.print(ScenarioText.of(firings, output.french(), shell.colour()));
                shell.print(CoverageText.of(tables, output.french(), coverage));
            }
        }
        files.write(rulebook, engines, report, firings, tables, output.french(), shell.err());
        for (Sentence each : engines.disagreements()) {
            shell.err().println(Problem.DISAGREEMENT + " " + (output.french() ? each.fr() : each.en()));
        }
        if (!engines.disagreements().isEmpty()) {
            return Exit.PARTLY;
        }
        boolean sound =
                report.passed() && (!wanted.isEmpty() || firings.unknown().isEmpty());
        return sound ? Exit.DONE : Exit.FAILED;
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
}
