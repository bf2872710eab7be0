package fr.optam.spark;

import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.ReadingProgress;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What every task is told.
 *
 * @param input folder of the input
 * @param year civil year that is decided
 * @param referenceYears its reference years
 * @param memory memory of a task beside the heap, MB
 * @param threads threads of a task
 * @param crossCheck percentage of the practitioners that are decided a second time
 * @param firsts first practitioner of each share
 * @param parts parts of each share but the last, which may have fewer
 * @param whole parts that the run has already
 * @param watch told what tasks do
 */
record Job(
        InputFolder input,
        int year,
        Set<Integer> referenceYears,
        int memory,
        int threads,
        int crossCheck,
        List<String> firsts,
        int parts,
        int whole,
        Watch watch)
        implements Serializable {

    /** Where a task reads and works. */
    CohortRequest request(Path folder, Path room) {
        return new CohortRequest(
                folder,
                year,
                room.resolve("work"),
                room.resolve("rejected.csv"),
                referenceYears,
                memory,
                threads,
                ReadingProgress.NONE);
    }

    /** Number of shares. */
    int shares() {
        return Math.max(1, firsts.size());
    }
}
