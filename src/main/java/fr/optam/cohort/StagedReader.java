package fr.optam.cohort;

import fr.optam.fact.PractitionerYear;
import java.util.Iterator;

/** Streams the practitioner-years of the staged tables, ordered by practitioner id, one in memory at a time. */
final class StagedReader implements Iterator<PractitionerYear>, AutoCloseable {
    private StagedReader() {}

    /** Opens the streams. */
    static StagedReader open(Staging staging, int year) {
        throw new UnsupportedOperationException(staging + " " + year);
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public PractitionerYear next() {
        throw new java.util.NoSuchElementException();
    }

    @Override
    public void close() {}
}
