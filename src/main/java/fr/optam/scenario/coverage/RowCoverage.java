package fr.optam.scenario.coverage;

import fr.optam.rulebook.table.RuleRow;
import java.util.List;

/**
 * What the scenarios showed of one row.
 *
 * @param row the row
 * @param fired names of scenarios in which every condition held for a fact
 * @param silentIn number of scenarios in which the table was asked and the row was silent for every fact
 * @param cells its condition cells, in order of columns
 */
public record RowCoverage(RuleRow row, List<String> fired, int silentIn, List<CellCoverage> cells) {

    /** Copies the lists. */
    public RowCoverage {
        fired = List.copyOf(fired);
        cells = List.copyOf(cells);
    }

    /** Whether the row fired in one scenario and was silent in another. */
    public boolean both() {
        return !fired.isEmpty() && silentIn > 0;
    }

    /**
     * Whether the row is shown to rest on each of its cells: it fired, and each cell alone made it silent.
     */
    public boolean decisive() {
        return !fired.isEmpty() && cells.stream().noneMatch(CellCoverage::neverAlone);
    }
}
