package fr.optam.cli;

import fr.optam.compare.CompareRefused;
import fr.optam.compare.Edit;
import fr.optam.compare.Editions;
import fr.optam.compare.Edits;
import fr.optam.compare.impact.Study;
import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.run.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Both rulebooks of a comparison of effects, read and judged.
 *
 * @param from the one before, as the user called it
 * @param to the one after
 * @param before engine of the one before
 * @param after the one after
 * @param edits what lies between them
 */
record ImpactSides(String from, String to, Engine before, Rulebook after, List<Edit> edits) {
    /** A rulebook and how it is called. */
    private record Named(String name, RulebookLocation location) {}

    /**
     * Reads both.
     *
     * @param sides as they were typed
     * @param run the run whose facts are decided, if one is
     * @throws Failure if one is not there, or not sound
     */
    static ImpactSides read(List<String> sides, RulebookOptions options, Optional<Recording> run, Shell shell)
            throws Failure, IOException {
        Path cache = Home.cache(Home.checkout(), shell.environment());
        boolean overlay = sides.isEmpty() && !options.overlays.isEmpty();
        SidePair pair = SidePair.of("optam impact", sides, options);
        try (Editions editions = pair.editions(cache, overlay ? List.of() : options.overlays)) {
            Named from;
            Named to;
            if (sides.isEmpty() && run.isPresent()) {
                from = new Named(run.get().path().toString(), run.get().reader().rulebook(cache));
                to = overlay
                        ? over(from, options, pair, cache)
                        : named(editions.locate(pair.after(), pair.after()).get(1));
            } else {
                String before = overlay ? pair.after() : pair.before();
                String after = overlay ? pair.after() + "+" + String.join("+", options.overlays) : pair.after();
                List<Editions.Located> both = editions.locate(before, after);
                from = named(both.get(0));
                to = new Named(
                        overlay ? String.join(" + ", options.overlays) : after,
                        both.get(1).location());
            }
            return read(from, to);
        } catch (CompareRefused e) {
            throw e.wrongUse()
                    ? Failure.usage(e.where(), e.getMessage(), e.hint())
                    : new Failure(Exit.FAILED, Complaint.of("COMPARE", e.where(), e.getMessage(), e.hint()));
        }
    }

    /** A run that was opened. */
    record Recording(Path path, RunReader reader) {}

    private static Named named(Editions.Located located) {
        return new Named(located.name(), located.location());
    }

    /** The rulebook of a run with overlays over it. */
    private static Named over(Named run, RulebookOptions options, SidePair pair, Path cache) {
        RulebookLocation.Recorded recorded = run.location().recorded().orElseThrow();
        List<Path> folders = options.overlays.stream()
                .map(name -> options.overlay(pair.root(), name))
                .toList();
        List<String> names = new ArrayList<>(recorded.overlays());
        folders.forEach(folder -> names.add(String.valueOf(folder.getFileName())));
        return new Named(
                String.join(" + ", options.overlays),
                new RulebookLocation(
                        run.location().root(),
                        folders,
                        cache,
                        Optional.of(new RulebookLocation.Recorded(names, recorded.shown()))));
    }

    private static ImpactSides read(Named from, Named to) throws Failure {
        CompletableFuture<Rulebook> other = CompletableFuture.supplyAsync(() -> {
            try {
                return RulebookLoader.loadToDecide(to.location());
            } catch (RulebookInvalid e) {
                throw new CompletionException(e);
            }
        });
        Set<Complaint> mistakes = new LinkedHashSet<>();
        Engine before = null;
        Rulebook after = null;
        try {
            before = new Engine(RulebookLoader.loadToDecide(from.location()));
        } catch (RulebookInvalid e) {
            mistakes.addAll(RulebookOptions.invalid(e).complaints());
        }
        try {
            after = other.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RulebookInvalid invalid)) {
                throw e;
            }
            mistakes.addAll(RulebookOptions.invalid(invalid).complaints());
        }
        if (before == null || after == null) {
            throw new Failure(Exit.RULEBOOK, List.copyOf(mistakes), null);
        }
        return new ImpactSides(from.name(), to.name(), before, after, Edits.between(before.rulebook(), after));
    }

    /** The same with all edits taken as one. */
    ImpactSides asOne() {
        return new ImpactSides(from, to, before, after, Edits.asOne(edits));
    }

    /** What decides both. */
    Study study() throws Failure {
        try {
            return Study.of(before, after, edits);
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        }
    }
}
