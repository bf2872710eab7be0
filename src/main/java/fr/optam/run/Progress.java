package fr.optam.run;

/** Told how far a run is. Called from one thread. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void deciding(long total, long done, long rejectedRows) {}

        @Override
        public void decided(long count) {}
    };

    /**
     * The input is being read.
     *
     * @param file name of the file; empty once all are read and their rows are put in order
     * @param rows rows read of it
     * @param of rows it holds; -1 if that is not known
     * @param rejected rows set aside so far
     */
    default void reading(String file, long rows, long of, long rejected) {}

    /**
     * The input is read; deciding begins.
     *
     * @param total practitioner-years of the cohort
     * @param done how many an earlier start decided
     * @param rejectedRows rows set aside
     */
    void deciding(long total, long done, long rejectedRows);

    /** The run is complete since an earlier start: there is nothing to do. */
    default void complete() {}

    /** So many more are decided and written. */
    void decided(long count);

    /** The run is complete: where its time went. */
    default void times(StageTimes times) {}
}
