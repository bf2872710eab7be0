package fr.optam.analysis;

import fr.optam.rulebook.Rulebook;
import java.util.List;

/** Exact analysis of every table of a rulebook over the declared domains of its fields. */
public final class TableAnalysis {
    private TableAnalysis() {}

    /** Everything there is to say, by table and in the order of the sheets. */
    public static List<TableFinding> of(Rulebook rulebook) {
        return List.of();
    }
}
