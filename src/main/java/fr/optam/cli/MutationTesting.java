package fr.optam.cli;

import fr.optam.analysis.mutation.Fate;
import fr.optam.analysis.mutation.Mutation;
import fr.optam.analysis.mutation.MutationText;
import fr.optam.analysis.mutation.Result;
import fr.optam.analysis.mutation.Tally;
import fr.optam.analysis.mutation.Trial;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.ScenarioGiven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Mutation testing at the command line. */
final class MutationTesting {
    private final MutateOptions options;
    private final OutputOptions output;
    private final Shell shell;

    MutationTesting(MutateOptions options, OutputOptions output, Shell shell) {
        this.options = options;
        this.output = output;
        this.shell = shell;
    }

    /** Where the engine for some overlays comes from. */
    interface Engines {
        Engine of(List<String> overlays) throws Failure;
    }

    /**
     * Runs it.
     *
     * @param engines where the engine for the overlays of a scenario comes from
     * @param own whether a workbook is rule content, and not made for a scenario
     */
    int run(List<Scenario> scenarios, Engines engines, Predicate<String> own) throws Failure, IOException {
        List<Trial> trials = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            trial(scenario).ifPresent(trials::add);
        }
        Map<List<String>, Engine> all = new LinkedHashMap<>();
        all.put(List.of(), engines.of(List.of()));
        for (Trial trial : trials) {
            if (!all.containsKey(trial.overlays())) {
                all.put(trial.overlays(), engines.of(trial.overlays()));
            }
        }
        try {
            Mutation mutation = Mutation.prepare(
                    trials,
                    all,
                    m -> options.takes(m) && own.test(m.change().file()),
                    field -> Optional.empty(),
                    options.threads);
            if (mutation.size() == 0) {
                throw Failure.usage(
                        "--mutate=" + String.join(", ", options.tables),
                        "no such table, workbook or row, or nothing in it that can be mutated",
                        "Maybe consequence/prime-bareme.");
            }
            List<Result> results;
            try (MutationProgress progress = MutationProgress.of(shell, mutation.size())) {
                results = mutation.run(progress::tried);
            }
            return told(mutation, results);
        } catch (RulebookInvalid e) {
            throw new Failure(
                    Exit.RULEBOOK, e.problems().stream().map(Complaint::of).toList(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.FAILED, Complaint.of("INTERRUPTED", "test --mutate", "was interrupted", ""));
        }
    }

    private static Optional<Trial> trial(Scenario scenario) {
        Optional<ScenarioGiven> given = scenario.given();
        if (given.isEmpty() || scenario.statesRefusal()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Trial(
                    scenario.name(),
                    given.get().overlays(),
                    FactsJson.read(given.get().facts()),
                    decision -> scenario.differences(decision).isEmpty()));
        } catch (FactsRefused e) {
            return Optional.empty();
        }
    }

    private int told(Mutation mutation, List<Result> results) throws IOException {
        Tally tally = Tally.of(results);
        if (output.json()) {
            shell.line(CanonicalJson.write(json(mutation, results, tally)));
        } else {
            shell.print(MutationText.of(results, mutation.failing(), output.french(), shell.colour()));
        }
        return tally.percent() < options.least ? Exit.FAILED : Exit.DONE;
    }

    private static Map<String, Object> json(Mutation mutation, List<Result> results, Tally tally) {
        Map<String, Object> json = new TreeMap<>(json(tally));
        Map<String, Object> files = new TreeMap<>();
        Tally.byFile(results).forEach((file, each) -> files.put(file, json(each)));
        json.put("workbooks", files);
        json.put("failing", mutation.failing());
        json.put("results", results.stream().map(MutationTesting::json).toList());
        return json;
    }

    private static Map<String, Object> json(Tally tally) {
        Map<String, Object> json = new TreeMap<>();
        json.put("mutants", tally.mutants());
        json.put("killed", tally.killed());
        json.put("survived", tally.survived());
        json.put("equivalent", tally.equivalent());
        json.put("percent", tally.percent());
        return json;
    }

    private static Map<String, Object> json(Result result) {
        Map<String, Object> json = new TreeMap<>();
        json.put("file", result.mutant().change().file());
        json.put("sheet", result.mutant().sheet());
        json.put("cell", result.mutant().cell());
        json.put("row", result.mutant().row());
        json.put("column", result.mutant().header());
        json.put("operator", result.mutant().operator().name());
        json.put("before", sentence(result.mutant().before()));
        json.put("after", sentence(result.mutant().after()));
        json.put("fate", result.fate().name());
        if (result.fate() == Fate.KILLED) {
            json.put("killedBy", result.by());
        } else {
            json.put("why", sentence(result.why()));
        }
        return json;
    }

    private static Map<String, Object> sentence(Sentence sentence) {
        return Map.of("fr", sentence.fr(), "en", sentence.en());
    }
}
