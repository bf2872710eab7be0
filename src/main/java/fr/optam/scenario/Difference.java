package fr.optam.scenario;

/**
 * One point in which a decision is not what a scenario expects.
 *
 * @param where what differs: {@code prime amount}, {@code problems}, {@code fires}, {@code outcome}
 * @param expected what the scenario states
 * @param actual what was decided
 * @param decidedBy rule and place that settled the answer; empty if no rule did
 */
public record Difference(String where, String expected, String actual, String decidedBy) {

    /** As one line. */
    public String line() {
        String by = decidedBy.isEmpty() ? "" : " (decided by " + decidedBy + ")";
        return where + ": expected " + expected + ", was " + actual + by;
    }
}
