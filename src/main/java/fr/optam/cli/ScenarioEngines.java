package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.explain.CrossCheck;
import fr.optam.fact.PractitionerYear;
import fr.optam.scenario.FactsRefused;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.ScenarioGiven;
import fr.optam.scenario.ScenarioReport;
import fr.optam.scenario.ScenarioUnusable;
import fr.optam.scenario.coverage.CoverageWatch;
import fr.optam.scenario.coverage.TablesCoverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decides scenarios: one engine for each set of overlays, and one watch over all of them. */
final class ScenarioEngines {
    private final RulebookOptions rulebook;
    private final Shell shell;
    private final CoverageWatch watch;
    private final Map<List<String>, Engine> engines = new HashMap<>();
    /** Watching costs as much as deciding: it runs behind, on a thread of its own. */
    private final ExecutorService watching = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "coverage");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Future<Decision>> watched = new ArrayList<>();
    private final Map<Engine, CrossCheck> checks = new HashMap<>();
    private final List<Sentence> disagreeing = Collections.synchronizedList(new ArrayList<>());

    ScenarioEngines(RulebookOptions rulebook, Shell shell) {
        this.rulebook = rulebook;
        this.shell = shell;
        this.watch = new CoverageWatch(table -> rulebook.isContent(table.file()));
    }

    /** The engine under the overlays of the call and these. */
    Engine engine(List<String> overlays) throws Failure {
        Engine known = engines.get(overlays);
        if (known == null) {
            List<String> all = new ArrayList<>(rulebook.overlays);
            all.addAll(overlays);
            known = rulebook.engine(shell, all);
            engines.put(overlays, known);
            watch.watch(known.rulebook());
        }
        return known;
    }

    /** What the tables were asked so far. */
    TablesCoverage coverage() {
        try {
            for (Future<Decision> each : watched) {
                each.get();
            }
            return watch.coverage();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the tables could not be watched: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the two evaluations disagreed on, after {@link #coverage}; the scenario first. */
    List<Sentence> disagreements() {
        return List.copyOf(disagreeing);
    }

    /** Ids of every rule of every engine in use. */
    Set<String> ruleIds() {
        Set<String> ids = new TreeSet<>();
        engines.values().forEach(engine -> ids.addAll(engine.rulebook().rules().keySet()));
        return ids;
    }

    /** The engines in use, by their overlays. */
    Map<List<String>, Engine> inUse() {
        return Map.copyOf(engines);
    }

    /** Judges scenarios. */
    ScenarioReport judge(List<Scenario> scenarios) throws Failure {
        try {
            return new ScenarioReport(
                    scenarios.stream().map(s -> s.judge(this::decide)).toList());
        } catch (RulebookUnusable e) {
            throw e.failure;
        }
    }

    private Decision decide(ScenarioGiven given) {
        try {
            Engine engine = engine(given.overlays());
            PractitionerYear facts = FactsJson.read(given.facts());
            Decision decision = engine.decide(facts);
            Observer observer = watch.scenario(given.name());
            CrossCheck check = checks.computeIfAbsent(engine, CrossCheck::new);
            watched.add(watching.submit(() -> {
                List<Sentence> disagreements = new ArrayList<>();
                Decision second = engine.observe(facts, check.beside(observer, disagreements));
                CrossCheck.compare(decision, second, disagreements);
                disagreements.forEach(each -> disagreeing.add(
                        new Sentence(given.name() + " : " + each.fr(), given.name() + ": " + each.en())));
                return second;
            }));
            return decision;
        } catch (fr.optam.cohort.FactsRefused e) {
            throw new FactsRefused(
                    e.problems().stream().map(problem -> problem.line()).toList());
        } catch (Failure e) {
            if (e.complaints().stream().allMatch(c -> c.code().equals("OVERLAY_MISSING"))) {
                String names = String.join(", ", given.overlays());
                throw new ScenarioUnusable(
                        "OVERLAY_MISSING",
                        new Sentence("pas de surcouche " + names + ".", "no such overlay, " + names + "."));
            }
            throw new RulebookUnusable(e);
        }
    }

    /** Carries the failure of a rulebook through the judging. */
    private static final class RulebookUnusable extends Error {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        RulebookUnusable(Failure failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
