package fr.optam.run;

import fr.optam.cohort.CohortSummary;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

/** A run whose parts are decided elsewhere and come in any order; each is taken once. */
public final class GatheredRun implements AutoCloseable {
    private final OpenRun run;
    private final Map<Integer, Part> early = new HashMap<>();

    private GatheredRun(OpenRun run) {
        this.run = run;
    }

    /** The files of an input by name, each with {@code bytes} and {@code sha256}. */
    @FunctionalInterface
    public interface Input {
        /** Reads every file once. */
        Map<String, Object> read() throws IOException;
    }

    /**
     * Begins a run, or goes on with one.
     *
     * @throws RunRefused if the directory holds something else, or a run that was begun otherwise
     * @throws IOException if a file can't be read or written, naming it
     */
    public static GatheredRun begin(BatchRequest request, Rulebook rulebook, Input input)
            throws RunRefused, IOException {
        return new GatheredRun(OpenRun.begin(request, BatchRun.CHUNK, rulebook, input::read));
    }

    /** What identifies a file of the input: {@code bytes} and {@code sha256}. */
    public static Map<String, Object> described(InputStream content) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] room = new byte[1 << 16];
        long bytes = 0;
        for (int read = content.read(room); read >= 0; read = content.read(room)) {
            digest.update(room, 0, read);
            bytes += read;
        }
        return Map.of("bytes", bytes, "sha256", Sha256.text(digest.digest()));
    }

    /** Practitioner-years of a part. */
    public static int chunk() {
        return BatchRun.CHUNK;
    }

    /** Whether the run was complete before. */
    public boolean complete() {
        return run.complete();
    }

    /**
     * The summary of a run that was complete before.
     *
     * @throws RunRefused if it is of something else
     */
    public RunSummary summary() throws IOException, RunRefused {
        return run.summary();
    }

    /** Private folder of the reading; nothing is in it when the run is sealed. */
    public Path work() {
        return run.work();
    }

    /** File for the rejected rows. */
    public Path rejected() {
        return run.rejected();
    }

    /** Parts that the run has from its first one on. */
    public int parts() {
        return run.parts();
    }

    /** Practitioner-years of these parts. */
    public long decided() {
        return run.decided();
    }

    /**
     * Takes a part; one that the run has already changes nothing.
     *
     * @return its practitioner-years; 0 if the run has it already
     */
    public long take(RunShare.Made made) throws IOException {
        if (made.number() < run.parts() || early.containsKey(made.number())) {
            return 0;
        }
        Part part = RunShare.written(made, run.root());
        early.put(made.number(), part);
        for (Part next = early.remove(run.parts()); next != null; next = early.remove(run.parts())) {
            run.add(next);
        }
        return part.count();
    }

    /**
     * Seals the run.
     *
     * @param read what was read
     * @throws IllegalStateException if a part is missing
     */
    public RunSummary seal(CohortSummary read) throws IOException {
        if (!early.isEmpty() || run.decided() != read.practitioners()) {
            throw new IllegalStateException("run: " + run.decided() + " of " + read.practitioners()
                    + " practitioner-years are there, and parts " + early.keySet()
                    + " beyond. Maybe a task ended without its result.");
        }
        return run.seal(read);
    }

    @Override
    public void close() throws IOException {
        run.close();
    }
}
