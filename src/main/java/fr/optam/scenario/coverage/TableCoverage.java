package fr.optam.scenario.coverage;

import fr.optam.rulebook.table.RuleTable;
import java.util.List;

/**
 * What the scenarios showed of one rule table.
 *
 * @param table the table
 * @param asked number of scenarios in which it was asked about a fact
 * @param rows its rows, in their order
 */
public record TableCoverage(RuleTable table, int asked, List<RowCoverage> rows) {

    /** Copies the rows. */
    public TableCoverage {
        rows = List.copyOf(rows);
    }

    /** Every condition cell. */
    public List<CellCoverage> cells() {
        return rows.stream().flatMap(row -> row.cells().stream()).toList();
    }
}
