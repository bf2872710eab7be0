package fr.optam.spark;

import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The files of a rulebook, shipped to the executors by broadcast and compiled once in each.
 *
 * @param files content by path below the rulebook, overlays in place
 * @param shown path that messages and decisions show, where it is another
 * @param overlays names of the overlays
 * @param digest digest of the rulebook
 * @param cached what the driver's cache holds of its compiled rules, by name
 */
record ShippedRulebook(
        SortedMap<String, byte[]> files, Map<String, String> shown, List<String> overlays, String digest, SortedMap<String, byte[]> cached)
        implements Serializable {
    /** Engines of this process by digest of their rulebook. */
    private static final Map<String, Engine> ENGINES = new ConcurrentHashMap<>();

    private static final AtomicInteger COMPILED = new AtomicInteger();

    static ShippedRulebook of(Rulebook rulebook) {
        return new ShippedRulebook(
                new TreeMap<>(rulebook.files()),
                new TreeMap<>(rulebook.shown()),
                new ArrayList<>(rulebook.id().overlays()),
                rulebook.id().digest(),
                rulebook.cached());
    }

    /** The engine of this process. */
    Engine engine() {
        return ENGINES.computeIfAbsent(digest, none -> compiled());
    }

    /** How many engines this process made. */
    static int compiledHere() {
        return COMPILED.get();
    }

    private Engine compiled() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Rulebook.class.getClassLoader());
        Quiet.now();
        try {
            Path room = Machine.room("rulebook");
            write(files, room.resolve("content"));
            write(cached, room.resolve("cache"));
            Rulebook rulebook = RulebookLoader.loadToRun(new RulebookLocation(
                    room.resolve("content"),
                    List.of(),
                    room.resolve("cache"),
                    Optional.of(new RulebookLocation.Recorded(overlays, shown))));
            if (!rulebook.id().digest().equals(digest)) {
                throw new IllegalStateException("rulebook: shipped as " + digest + ", arrived as "
                        + rulebook.id().digest() + ". Maybe the executors run another version of the program.");
            }
            Engine engine = new Engine(rulebook);
            COMPILED.incrementAndGet();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RulebookInvalid e) {
            throw new IllegalStateException("rulebook: sound on the driver, not on the executor, " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void write(Map<String, byte[]> all, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
