package fr.optam.analysis.mutation;

import fr.optam.analysis.RowForms;
import fr.optam.analysis.witness.Witnesses;
import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Mutation testing: changes each cell of the tables in turn and asks whether a scenario notices. */
public final class Mutation {
    private final List<Trial> trials;
    private final List<Variant> variants;
    private final List<Mutant> mutants;
    private final int threads;

    private Mutation(List<Trial> trials, List<Variant> variants, List<Mutant> mutants, int threads) {
        this.trials = trials;
        this.variants = variants;
        this.mutants = mutants;
        this.threads = threads;
    }

    /**
     * Decides every scenario once and lists the mutants.
     *
     * @param trials scenarios
     * @param engines an engine for the overlays of each scenario; the base first
     * @param wanted which mutants
     * @param threads number of threads, at least 1
     * @throws RulebookInvalid if a rulebook can't be compiled
     */
    public static Mutation prepare(
            List<Trial> trials, Map<List<String>, Engine> engines, Predicate<Mutant> wanted, int threads)
            throws RulebookInvalid {
        List<Variant> variants = new ArrayList<>();
        MutantSource source = new MutantSource();
        for (Map.Entry<List<String>, Engine> each : engines.entrySet()) {
            List<Integer> members = IntStream.range(0, trials.size())
                    .filter(i -> trials.get(i).overlays().equals(each.getKey()))
                    .boxed()
                    .toList();
            Rulebook rulebook = each.getValue().rulebook();
            RowForms forms = new RowForms(rulebook);
            variants.add(new Variant(
                    each.getKey(),
                    each.getValue(),
                    Recording.of(each.getValue(), trials, members),
                    new Equivalence(rulebook, forms)));
            source.add(rulebook, wanted, forms::step);
        }
        return new Mutation(trials, variants, source.mutants(), threads);
    }

    /** The mutants that will be tried, in the order of workbooks and cells. */
    public List<Mutant> mutants() {
        return List.copyOf(mutants);
    }

    /** Number of mutants. */
    public int size() {
        return mutants.size();
    }

    /** Names of scenarios that fail on the rulebook as it is; they kill nothing. */
    public List<String> failing() {
        return IntStream.range(0, trials.size())
                .filter(i ->
                        variants.stream().noneMatch(v -> v.recording().sound().get(i)))
                .mapToObj(i -> trials.get(i).name())
                .toList();
    }

    /**
     * Tries every mutant.
     *
     * @param progress is told, by any thread, how many mutants more were tried
     * @return one result a mutant, in their order, whatever the number of threads
     */
    public List<Result> run(IntConsumer progress) throws InterruptedException {
        Map<String, List<Mutant>> rows = new LinkedHashMap<>();
        mutants.forEach(m -> rows.computeIfAbsent(m.change().file() + "!" + m.row(), r -> new ArrayList<>())
                .add(m));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<Result>>> tasks = new ArrayList<>();
            rows.values()
                    .forEach(row -> tasks.add(() -> {
                        MutationRun run = new MutationRun(variants, trials);
                        List<Result> results = row.stream().map(run::of).toList();
                        progress.accept(row.size());
                        return results;
                    }));
            List<Result> results = new ArrayList<>();
            for (Future<List<Result>> done : pool.invokeAll(tasks)) {
                results.addAll(result(done));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Looks for a scenario that would kill each survivor of a rule table.
     *
     * @param results what {@link #run} gave
     * @param witnesses a search for facts with an engine
     * @param most greatest number of survivors that are looked at, from the first on
     * @return the same results, with the scenarios that were found
     */
    public List<Result> killers(List<Result> results, Function<Engine, Witnesses> witnesses, int most)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Map<Variant, KillerSearch> searches = new ConcurrentHashMap<>();
            List<Callable<List<Result>>> tasks = new ArrayList<>();
            int left = most;
            for (Result result : results) {
                boolean wanted = result.fate() == Fate.SURVIVED && left-- > 0;
                tasks.add(() -> List.of(wanted ? result.with(killer(result.mutant(), searches, witnesses)) : result));
            }
            List<Result> found = new ArrayList<>();
            for (Future<List<Result>> done : pool.invokeAll(tasks)) {
                found.addAll(result(done));
            }
            return found;
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<Killer> killer(
            Mutant mutant, Map<Variant, KillerSearch> searches, Function<Engine, Witnesses> witnesses)
            throws RulebookInvalid {
        for (Variant variant : variants) {
            if (variant.holds(mutant.change())) {
                KillerSearch search =
                        searches.computeIfAbsent(variant, v -> new KillerSearch(v, witnesses.apply(v.engine())));
                return search.of(mutant);
            }
        }
        return Optional.empty();
    }

    private static List<Result> result(Future<List<Result>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
