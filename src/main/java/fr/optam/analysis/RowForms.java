package fr.optam.analysis;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two forms of a row held against each other over the declared domains of its fields. */
public final class RowForms {
    private final Rulebook rulebook;
    private final Domains domains;

    /** @param rulebook the rulebook whose domains count */
    public RowForms(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.domains = Domains.read(rulebook, new ArrayList<>());
    }

    /** The step of the numbers that a field of a table can hold, if it is declared. */
    public Optional<BigDecimal> step(RuleTable table, String field) {
        return domains.of(table.name(), field).stream()
                .map(r -> r.domain().scale())
                .filter(s -> s != null && s.kind() == Scale.Kind.NUMBER)
                .map(Scale::step)
                .findFirst();
    }

    /**
     * Whether no facts of the declared domains can tell two forms of a row apart by whether it matches.
     *
     * @param table table of the row
     * @param one the row in one form
     * @param other the row in another form
     * @return true if that is proven; false if there is a point that one matches and the other does not, or the table is
     *     too entangled to say
     */
    public boolean matchTheSame(RuleTable table, RuleRow one, RuleRow other) {
        Grid grid = grid(table, List.of(one, other));
        try {
            Box first = grid.rows().get(0);
            Box second = grid.rows().get(1);
            return grid.hole(first, List.of(second)).isEmpty()
                    && grid.hole(second, List.of(first)).isEmpty();
        } catch (Sweep.TooComplex e) {
            return false;
        }
    }

    /** Whether it is proven that a row matches no facts of the declared domains. */
    public boolean matchesNothing(RuleTable table, RuleRow row) {
        Grid grid = grid(table, List.of(row));
        try {
            return grid.point(grid.rows().get(0)).isEmpty();
        } catch (Sweep.TooComplex e) {
            return false;
        }
    }

    private Grid grid(RuleTable table, List<RuleRow> rows) {
        return new GridBuilder(rulebook, table.with(rows), domains).grid(List.of());
    }
}
