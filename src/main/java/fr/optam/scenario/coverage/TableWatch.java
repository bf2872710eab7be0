package fr.optam.scenario.coverage;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Collects what one table was asked, scenario by scenario. */
final class TableWatch {
    private final RuleTable table;
    private final BitSet asked = new BitSet();
    private final List<RowWatch> rows = new ArrayList<>();

    /** Scenarios by number: in which a row fired, and per cell in which it held, failed, and failed alone. */
    private record RowWatch(RuleRow row, BitSet fired, List<BitSet> held, List<BitSet> failed, List<BitSet> alone) {
        static RowWatch of(RuleRow row) {
            return new RowWatch(row, new BitSet(), sets(row), sets(row), sets(row));
        }

        private static List<BitSet> sets(RuleRow row) {
            return row.conditions().stream().map(c -> new BitSet()).toList();
        }
    }

    TableWatch(RuleTable table) {
        this.table = table;
        table.rows().forEach(row -> rows.add(RowWatch.of(row)));
    }

    /** The table is asked about a fact in a scenario. */
    void asked(int scenario, Fact fact) {
        asked.set(scenario);
        for (RowWatch row : rows) {
            asked(row, scenario, fact);
        }
    }

    private static void asked(RowWatch watch, int scenario, Fact fact) {
        List<ConditionCell> cells = watch.row().conditions();
        int notHeld = 0;
        int last = -1;
        for (int i = 0; i < cells.size(); i++) {
            Object value = fact.value(cells.get(i).column().field());
            if (cells.get(i).holdsFor(value)) {
                watch.held().get(i).set(scenario);
            } else {
                notHeld++;
                boolean known = value != null && !(value instanceof Unknown);
                last = known ? i : -1;
                if (known) {
                    watch.failed().get(i).set(scenario);
                }
            }
        }
        if (notHeld == 0) {
            watch.fired().set(scenario);
        } else if (notHeld == 1 && last >= 0) {
            watch.alone().get(last).set(scenario);
        }
    }

    TableCoverage coverage(List<String> names) {
        List<RowCoverage> all = new ArrayList<>();
        for (RowWatch row : rows) {
            List<CellCoverage> cells = new ArrayList<>();
            for (int i = 0; i < row.row().conditions().size(); i++) {
                cells.add(new CellCoverage(
                        row.row().conditions().get(i),
                        named(row.held().get(i), names),
                        named(row.failed().get(i), names),
                        named(row.alone().get(i), names)));
            }
            BitSet silent = (BitSet) asked.clone();
            silent.andNot(row.fired());
            all.add(new RowCoverage(row.row(), named(row.fired(), names), silent.cardinality(), cells));
        }
        return new TableCoverage(table, asked.cardinality(), all);
    }

    private static List<String> named(BitSet scenarios, List<String> names) {
        return scenarios.stream().mapToObj(names::get).toList();
    }
}
