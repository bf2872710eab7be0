package fr.optam.cohort;

import fr.optam.engine.Grouping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What to read and where to put what is set aside.
 *
 * @param input folder of the input files
 * @param year civil year that is decided
 * @param work private folder, made if absent, for the database and its spill; deleted on close
 * @param rejected file to write the rejected rows to
 * @param referenceYears reference years of {@code year}, whose rows are kept as well
 * @param memoryMegabytes memory the database may use, MB; spills to {@code work} beyond it
 * @param threads threads the reading may use, at least 1
 * @param progress told how far the reading is
 * @param grouping what tells acts apart; empty keeps every line that differs from the others
 */
public record CohortRequest(
        Path input,
        int year,
        Path work,
        Path rejected,
        Set<Integer> referenceYears,
        int memoryMegabytes,
        int threads,
        ReadingProgress progress,
        Optional<Grouping> grouping) {

    /** Memory of the database where nothing else is said, MB. */
    public static final int MEMORY_MEGABYTES = 512;

    /** Checks the sizes. */
    public CohortRequest {
        if (memoryMegabytes < 64 || threads < 1) {
            throw new IllegalArgumentException(
                    "cohort: " + memoryMegabytes + " MB, " + threads + " threads. Maybe 512 MB and 2 threads?");
        }
        referenceYears = Set.copyOf(referenceYears);
    }

    /** With the usual memory and two threads. */
    public CohortRequest(Path input, int year, Path work, Path rejected, Set<Integer> referenceYears) {
        this(input, year, work, rejected, referenceYears, MEMORY_MEGABYTES, 2, ReadingProgress.NONE, Optional.empty());
    }

    /** Acts one by one. */
    public CohortRequest(
            Path input,
            int year,
            Path work,
            Path rejected,
            Set<Integer> referenceYears,
            int memoryMegabytes,
            int threads,
            ReadingProgress progress) {
        this(input, year, work, rejected, referenceYears, memoryMegabytes, threads, progress, Optional.empty());
    }

    /** The same with acts grouped. */
    public CohortRequest grouped(Grouping by) {
        return new CohortRequest(
                input, year, work, rejected, referenceYears, memoryMegabytes, threads, progress, Optional.of(by));
    }
}
