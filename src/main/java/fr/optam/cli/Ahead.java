package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The engine of a call that names no rulebook, loaded on the second processor while the first parses the command line.
 * Whoever wants another rulebook, or no engine, is not concerned.
 */
final class Ahead {
    private static final Set<String> VERBS = Set.of("decide", "check", "batch", "test");
    private static final String JUDGES = "check";
    private static final Set<String> HELP = Set.of("-h", "--help");

    private final RulebookLocation where;
    private final boolean known;
    private final FutureTask<Engine> engine;

    private Ahead(RulebookLocation where, boolean known) {
        this.where = where;
        this.known = known;
        this.engine = new FutureTask<>(
                () -> new Engine(known ? RulebookLoader.loadToDecide(where) : RulebookLoader.loadToRun(where)));
    }

    /** Begins, if the call looks as if it would need the usual engine. */
    static Optional<Ahead> of(String[] args, Map<String, String> environment) {
        List<String> all = Arrays.asList(args);
        boolean usual = !all.isEmpty()
                && VERBS.contains(all.get(0))
                && all.stream()
                        .noneMatch(arg ->
                                HELP.contains(arg) || arg.startsWith("--rulebook") || arg.startsWith("--overlay"));
        if (!usual) {
            return Optional.empty();
        }
        Ahead ahead = new Ahead(
                new RulebookLocation(Home.checkout(), List.of(), Home.cache(Home.checkout(), environment)),
                !all.get(0).equals(JUDGES));
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
                && where.root().equals(wanted.root())
                && where.overlays().equals(wanted.overlays())
                && where.cache().equals(wanted.cache());
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
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RulebookInvalid invalid) {
                throw invalid;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
