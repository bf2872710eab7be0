package fr.optam.scenario.coverage;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the scenarios showed of the rule tables of a rulebook.
 *
 * @param tables by file
 */
public record TablesCoverage(List<TableCoverage> tables) {

    /** Copies the tables. */
    public TablesCoverage {
        tables = List.copyOf(tables);
    }

    /** Every row. */
    public List<RowCoverage> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** Every condition cell. */
    public List<CellCoverage> cells() {
        return tables.stream().flatMap(table -> table.cells().stream()).toList();
    }

    /** Number of condition cells of a kind. */
    public long cells(Predicate<CellCoverage> kind) {
        return cells().stream().filter(kind).count();
    }

    /** Whether every row fired and was silent, and both sides of every cell were seen. */
    public boolean complete() {
        return rows().stream().allMatch(RowCoverage::both) && cells().stream().noneMatch(CellCoverage::lacksASide);
    }
}
