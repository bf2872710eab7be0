package fr.optam.cohort;

/**
 * One thing in the facts that does not fit.
 *
 * @param path JSON path, {@code $.activity[0].actCounts.ADC}
 * @param code machine-readable code, {@code VALUE_FORMAT}, {@code KEY_UNKNOWN}, …
 * @param message what is wrong, with the value
 * @param hint what was perhaps meant; empty if nothing comes to mind
 */
public record FactsProblem(String path, String code, String message, String hint) {
    /** The problem as one line, {@code where: what, with the value. Maybe …}. */
    public String line() {
        return path + ": " + message + (hint.isEmpty() ? "" : " Maybe " + hint + "?");
    }
}
