package fr.optam.analysis.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many mutants met which fate.
 *
 * @param killed a scenario fails
 * @param survived no scenario fails
 * @param equivalent proven to change nothing
 */
public record Tally(int killed, int survived, int equivalent) {
    private static final int HUNDRED = 100;

    /** Counts results. */
    public static Tally of(List<Result> results) {
        return new Tally(count(results, Fate.KILLED), count(results, Fate.SURVIVED), count(results, Fate.EQUIVALENT));
    }

    /** Counts results by workbook. */
    public static Map<String, Tally> byFile(List<Result> results) {
        Map<String, List<Result>> files = new TreeMap<>();
        results.forEach(r -> files.computeIfAbsent(r.mutant().change().file(), f -> new java.util.ArrayList<>())
                .add(r));
        Map<String, Tally> tallies = new TreeMap<>();
        files.forEach((file, list) -> tallies.put(file, of(list)));
        return tallies;
    }

    private static int count(List<Result> results, Fate fate) {
        return (int) results.stream().filter(r -> r.fate() == fate).count();
    }

    /** All mutants. */
    public int mutants() {
        return killed + survived + equivalent;
    }

    /** Of those that could be told apart, how many percent were killed, rounded down; 100 if there is none. */
    public int percent() {
        return killed + survived == 0 ? HUNDRED : killed * HUNDRED / (killed + survived);
    }
}
