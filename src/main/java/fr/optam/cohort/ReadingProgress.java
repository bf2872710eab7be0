package fr.optam.cohort;

/** Told how far the reading of a cohort is. Called from one thread. */
@FunctionalInterface
public interface ReadingProgress {
    /** Tells nobody. */
    ReadingProgress NONE = (file, rows, of, rejected) -> {};

    /**
     * So much is read.
     *
     * @param file name of the file; empty once all are read and their rows are put in order
     * @param rows rows read of it
     * @param of rows it holds; -1 if that is not known
     * @param rejected rows set aside so far, of all files
     */
    void read(String file, long rows, long of, long rejected);
}
