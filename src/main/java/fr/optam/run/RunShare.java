package fr.optam.run;

import fr.optam.cohort.Cohort;
import fr.optam.engine.Engine;
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

/** Whole parts of a run, decided on another machine than the one that writes the run. */
public final class RunShare {
    private RunShare() {}

    /**
     * A part on its way to the run.
     *
     * @param number its number, from 0
     * @param entry what the run keeps of it
     * @param files its files by their path below the run
     */
    public record Made(int number, byte[] entry, SortedMap<String, byte[]> files) implements Serializable {}

    /**
     * Decides practitioner-years with the code that {@link BatchRun} decides with, so that the bytes are the same.
     *
     * @param cohort practitioner-years that begin where a part begins
     * @param first number of their first part
     * @param skip parts of them that the run has already
     * @param threads threads that decide
     * @param scratch folder for the parts, deleted when this returns
     * @throws IOException if a file can't be read or written, naming it
     */
    public static List<Made> decide(
            Cohort cohort, int first, int skip, Engine engine, SecondLook look, int threads, Path scratch)
            throws IOException {
        List<Made> all = new ArrayList<>();
        int number = first + skip;
        try (PartMaker parts = new PartMaker(
                scratch,
                cohort.iterator(),
                Math.min(cohort.size(), (long) skip * BatchRun.CHUNK),
                number,
                BatchRun.CHUNK,
                threads,
                engine,
                look,
                new StageTimes())) {
            for (Optional<Part> part = parts.next(Progress.NONE); part.isPresent(); part = parts.next(Progress.NONE)) {
                all.add(made(number++, part.get(), scratch));
            }
            return all;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Disk.delete(scratch);
        }
    }

    private static Made made(int number, Part part, Path scratch) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (WrittenFile file : part.files()) {
            files.put(file.name(), Files.readAllBytes(scratch.resolve(file.name())));
            Files.delete(scratch.resolve(file.name()));
        }
        return new Made(number, CanonicalJson.write(part.journal()), files);
    }

    /** Writes the files of a part below the run, and says what it is. */
    static Part written(Made made, Path root) throws IOException {
        Part part = Part.of(CanonicalJson.read(made.entry()));
        for (Map.Entry<String, byte[]> file : made.files().entrySet()) {
            Disk.write(root.resolve(file.getKey()), file.getValue());
        }
        if (!part.holds(root)) {
            throw new IOException(
                    root + ": part " + made.number() + " is not as it was made. Maybe start again with --resume.");
        }
        return part;
    }
}
