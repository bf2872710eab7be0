package fr.optam.cohort;

import fr.optam.fact.PractitionerYear;

/**
 * The practitioner-years of one input, ordered by practitioner id (binary order), one in memory at a time.
 *
 * <p>May be iterated once. A failure while reading is an {@link java.io.UncheckedIOException}.
 */
public interface Cohort extends AutoCloseable, Iterable<PractitionerYear> {
    /** Number of practitioners that will be decided; known at once. */
    long size();

    /** What was read, used, rejected and excluded; complete after iteration. */
    CohortSummary summary();

    /** Deletes the work folder of this cohort. */
    @Override
    void close();
}
