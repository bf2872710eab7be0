package fr.optam.rulebook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which workbooks use a code in columns that mean the same: those of one name, and those with one drop-down. A code that
 * two of them use is new and meant, one that stands in a single workbook is not known.
 */
final class CodeUse {
    private final Map<String, Map<String, Set<String>>> workbooks = new HashMap<>();

    /**
     * Learns the codes of a column.
     *
     * @param workbook name of the list or rule table
     * @param column name of the column, or its field
     * @param offered codes of its drop-down
     * @param codes codes of its cells
     */
    void add(String workbook, String column, Set<String> offered, Collection<String> codes) {
        for (String code : codes) {
            learn(column, code, workbook);
            if (!offered.isEmpty()) {
                learn(String.join(";", offered), code, workbook);
            }
        }
    }

    private void learn(String meaning, String code, String workbook) {
        workbooks
                .computeIfAbsent(meaning, each -> new HashMap<>())
                .computeIfAbsent(code, each -> new TreeSet<>())
                .add(workbook);
    }

    /** Whether another workbook uses a code of a column too. */
    boolean elsewhere(String workbook, String column, Set<String> offered, String code) {
        return others(column, code, workbook) || others(String.join(";", offered), code, workbook);
    }

    private boolean others(String meaning, String code, String workbook) {
        return workbooks.getOrDefault(meaning, Map.of()).getOrDefault(code, Set.of()).stream()
                .anyMatch(other -> !other.equals(workbook));
    }
}
