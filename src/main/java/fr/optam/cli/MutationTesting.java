package fr.optam.cli;

import fr.optam.analysis.mutation.Fate;
import fr.optam.analysis.mutation.HeatMap;
import fr.optam.analysis.mutation.Mutant;
import fr.optam.analysis.mutation.Mutation;
import fr.optam.analysis.mutation.MutationText;
import fr.optam.analysis.mutation.Result;
import fr.optam.analysis.mutation.Tally;
import fr.optam.analysis.mutation.Trial;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.ScenarioGiven;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Mutation testing at the command line. */
final class MutationTesting {
    private final MutateOptions options;
    private final RulebookOptions rulebook;
    private final OutputOptions output;
    private final Shell shell;

    MutationTesting(MutateOptions options, RulebookOptions rulebook, OutputOptions output, Shell shell) {
        this.options = options;
        this.rulebook = rulebook;
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
     */
    int run(List<Scenario> scenarios, Engines engines) throws Failure, IOException {
        Optional<AnnotatedFolder> copies = Optional.ofNullable(options.workbooks)
                .map(folder -> new AnnotatedFolder(folder, "--mutate-workbooks", rulebook, output.french()));
        if (copies.isPresent()) {
            copies.get().refuseInside();
        }
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
            tell(
                    trials.size() + " scénarios décidés une première fois…",
                    trials.size() + " scenarios are decided first…");
            Mutation mutation = Mutation.prepare(trials, all, this::takes, options.threads);
            if (mutation.size() == 0) {
                throw Failure.usage(
                        "--mutate=" + String.join(", ", options.tables),
                        "no such table, workbook or row, or nothing in it that can be mutated",
                        "Maybe consequence/prime-bareme.");
            }
            List<Result> results;
            try (MutationProgress progress = MutationProgress.of(shell, mutation.size(), output.french())) {
                results = mutation.run(progress::tried);
            }
            results = killers(mutation, results, trials);
            if (copies.isPresent()) {
                copies.get().keep(painted(results), shell.err());
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

    private List<Result> killers(Mutation mutation, List<Result> results, List<Trial> trials)
            throws InterruptedException, IOException {
        long survivors = results.stream()
                .filter(result -> result.fate() == Fate.SURVIVED)
                .count();
        if (survivors > 0) {
            tell(
                    "recherche d’un scénario pour " + Math.min(survivors, options.most()) + " survivants…",
                    "looking for a scenario for " + Math.min(survivors, options.most()) + " survivors…");
        }
        List<PractitionerYear> known = trials.stream().map(Trial::facts).toList();
        List<Result> found = mutation.killers(results, engine -> KillerFiles.witnesses(engine, known), options.most());
        if (options.out != null) {
            int written = KillerFiles.write(options.out, found);
            shell.err()
                    .println(
                            output.french()
                                    ? written + " scénarios écrits dans " + options.out
                                    : written + " scenarios written to " + options.out);
        }
        return found;
    }

    private void tell(String fr, String en) {
        shell.err().println("optam test: " + (output.french() ? fr : en));
    }

    private boolean takes(Mutant mutant) {
        return options.takes(mutant) && rulebook.isContent(mutant.change().file());
    }

    private SortedMap<String, byte[]> painted(List<Result> results) throws IOException {
        Map<String, List<Result>> files = results.stream()
                .collect(Collectors.groupingBy(r -> r.mutant().change().file(), TreeMap::new, Collectors.toList()));
        SortedMap<String, byte[]> copies = new TreeMap<>();
        for (Map.Entry<String, List<Result>> each : files.entrySet()) {
            try {
                byte[] original = Files.readAllBytes(rulebook.original(each.getKey()));
                copies.put(each.getKey(), HeatMap.of(original, each.getValue(), output.french()));
            } catch (WorkbookRefused e) {
                throw new IOException(each.getKey() + ": " + e.getMessage(), e);
            }
        }
        return copies;
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
