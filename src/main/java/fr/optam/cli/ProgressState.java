package fr.optam.cli;

/**
 * How far a batch is.
 *
 * @param stage what is being done
 * @param file file that is being read
 * @param rows rows read of it
 * @param of rows it holds; -1 if that is not known
 * @param rejected rows set aside so far
 * @param total practitioner-years to decide
 * @param earlier how many of them an earlier start decided
 * @param done how many are decided, with those
 * @param rate decided a second by this start; 0 as long as that is not known
 * @param seconds since the batch began, or since deciding began
 */
record ProgressState(
        Stage stage,
        String file,
        long rows,
        long of,
        long rejected,
        long total,
        long earlier,
        long done,
        long rate,
        long seconds) {

    /** Stages of a batch, in their order. */
    enum Stage {
        CHECKING,
        READING,
        ORDERING,
        DECIDING
    }

    /** Share that is done, per cent. */
    long percent() {
        return total <= 0 ? 100 : done * 100 / total;
    }

    /** Seconds that are left; -1 if that is not known. */
    long left() {
        return rate <= 0 ? -1 : (total - done + rate - 1) / rate;
    }
}
