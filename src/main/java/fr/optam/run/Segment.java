package fr.optam.run;

import java.util.List;

/**
 * Some practitioner-years, decided and ready to be written.
 *
 * @param entries practitioner-years in order, with the hashes of their decisions
 * @param decisions their decisions, a line each
 * @param facts their facts, a line each
 * @param tally what was decided, counted
 * @param spent how long that took
 */
record Segment(List<Entry> entries, Piece decisions, Piece facts, Tally tally, Spent spent) {

    /**
     * Time of one thread, nanoseconds.
     *
     * @param deciding wall time of deciding
     * @param decidingUsed processor time of it
     * @param writing wall time of making lines
     * @param writingUsed processor time of it
     */
    record Spent(long deciding, long decidingUsed, long writing, long writingUsed) {}

    /**
     * A practitioner-year that was decided.
     *
     * @param practitioner id of the practitioner
     * @param year civil year
     * @param leaf hash of the decision as a leaf of the tree, 32 bytes
     */
    record Entry(String practitioner, int year, byte[] leaf) {}

    /** Practitioner-years. */
    int count() {
        return entries.size();
    }

    /** Id of the first practitioner. */
    String first() {
        return entries.get(0).practitioner();
    }

    /** Id of the last practitioner. */
    String last() {
        return entries.get(entries.size() - 1).practitioner();
    }
}
