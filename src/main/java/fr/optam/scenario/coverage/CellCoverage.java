package fr.optam.scenario.coverage;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import java.util.List;

/**
 * What the scenarios showed of one condition cell. An unknown field makes a condition neither true nor false.
 *
 * @param cell the cell
 * @param seenTrue names of scenarios in which its condition held for a fact
 * @param seenFalse names of scenarios in which it failed for a fact with a known value
 * @param alone names of scenarios in which it alone failed, so that this cell decided that the row is silent
 */
public record CellCoverage(ConditionCell cell, List<String> seenTrue, List<String> seenFalse, List<String> alone) {

    /** Copies the names. */
    public CellCoverage {
        seenTrue = List.copyOf(seenTrue);
        seenFalse = List.copyOf(seenFalse);
        alone = List.copyOf(alone);
    }

    /** Whether no time of day fails it: from midnight on, or until midnight. It has no false side. */
    public boolean always() {
        Test test = cell.column().test();
        return test == Test.AT_LEAST && cell.operand().equals("00:00")
                || (test == Test.BELOW || test == Test.AT_MOST)
                        && cell.operand().equals("24:00");
    }

    /** Whether a side of it was never seen that could be. */
    public boolean lacksASide() {
        return seenTrue.isEmpty() || seenFalse.isEmpty() && !always();
    }

    /** Whether it never decided alone, and could. */
    public boolean neverAlone() {
        return alone.isEmpty() && !always();
    }
}
