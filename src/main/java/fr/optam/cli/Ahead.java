package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The engine of a call that names no rulebook, or of the run that it explains, loaded on the second processor while the
 * first parses the command line and reads the facts. Whoever wants another rulebook, or no engine, is not concerned.
 */
final class Ahead {
    private static final Set<String> VERBS = Set.of("decide", "check", "batch", "test", "simulate");
    private static final String JUDGES = "check";
    private static final String EXPLAINS = "explain";
    private static final Set<String> HELP = Set.of("-h", "--help");

    private final Optional<RulebookLocation> where;
    private final boolean known;
    private final Optional<Opened> opened;
    private final FutureTask<Engine> engine;

    /** A run that is being opened. */
    private record Opened(Path path, FutureTask<RunReader> run) {}

    private Ahead(RulebookLocation where, boolean known) {
        this.where = Optional.of(where);
        this.known = known;
        this.opened = Optional.empty();
        this.engine = new FutureTask<>(
                () -> new Engine(known ? RulebookLoader.loadToDecide(where) : RulebookLoader.loadToRun(where)));
    }

    private Ahead(Path path, Path cache) {
        FutureTask<RunReader> run = new FutureTask<>(() -> RunReader.open(path));
        this.where = Optional.empty();
        this.known = true;
        this.opened = Optional.of(new Opened(path, run));
        this.engine = new FutureTask<>(() -> {
            run.run();
            return new Engine(RulebookLoader.loadToDecide(run.get().rulebook(cache)));
        });
    }

    /** Begins, if the call looks as if it would need the usual engine or that of a run. */
    static Optional<Ahead> of(String[] args, Map<String, String> environment) {
        List<String> all = Arrays.asList(args);
        boolean usual = !all.isEmpty()
                && all.stream()
                        .noneMatch(arg ->
                                HELP.contains(arg) || arg.startsWith("--rulebook") || arg.startsWith("--overlay"));
        if (!usual) {
            return Optional.empty();
        }
        Path cache = Home.cache(Home.checkout(), environment);
        if (VERBS.contains(all.get(0))) {
            return begun(new Ahead(
                    new RulebookLocation(Home.checkout(), List.of(), cache),
                    !all.get(0).equals(JUDGES)));
        }
        boolean ofRun = all.size() > 1
                && all.get(0).equals(EXPLAINS)
                && !all.get(1).isEmpty()
                && !all.get(1).startsWith("-");
        return ofRun ? begun(new Ahead(Path.of(all.get(1)), cache)) : Optional.empty();
    }

    private static Optional<Ahead> begun(Ahead ahead) {
        Thread thread = new Thread(ahead.engine, "ahead");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(ahead);
    }

    /**
     * Whether it is the engine of that rulebook.
     *
     * @param mayBeKnown whether it need not have been judged now
     */
    boolean is(RulebookLocation wanted, boolean mayBeKnown) {
        return mayBeKnown == known
                && where.filter(begun -> begun.root().equals(wanted.root())
                                && begun.overlays().equals(wanted.overlays())
                                && begun.cache().equals(wanted.cache()))
                        .isPresent();
    }

    /** Whether it is the engine of that run. */
    boolean is(Path run) {
        return opened.filter(begun -> begun.path().equals(run)).isPresent();
    }

    /**
     * The run, waited for.
     *
     * @throws RunRefused as opening it here would
     * @throws IOException as opening it here would
     */
    RunReader run() throws RunRefused, IOException {
        try {
            return opened.orElseThrow().run().get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RunRefused refused) {
                throw refused;
            }
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw unchecked(e);
        }
    }

    /**
     * The engine, waited for.
     *
     * @throws RulebookInvalid as loading it here would
     */
    Engine engine() throws RulebookInvalid {
        try {
            return engine.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RulebookInvalid invalid) {
                throw invalid;
            }
            throw unchecked(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return (RuntimeException) e.getCause();
    }
}
