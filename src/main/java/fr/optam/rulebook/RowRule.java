package fr.optam.rulebook;

import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.FormulaInvalid;
import fr.optam.rulebook.formula.Tables;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A row of a rule table as a rule. */
final class RowRule {
    private RowRule() {}

    /** The rule of a row whose cells were judged. */
    static Rule of(RuleTable table, RuleRow row, Tables tables) {
        Set<String> reads = new TreeSet<>();
        row.conditions().forEach(c -> reads.add(c.column().field()));
        List<Statement> statements =
                row.actions().stream().map(a -> statement(a, tables)).toList();
        return new Rule(row.id(), row.at(), table.stage(), table.kind(), row.citation(), reads, List.of(), statements);
    }

    private static Statement statement(ActionCell action, Tables tables) {
        if (!action.column().computed()) {
            return new Statement.Set(action.column().field(), action.text());
        }
        try {
            return new Statement.Let(action.column().field(), Formula.read(action.text(), tables));
        } catch (FormulaInvalid e) {
            throw new IllegalStateException(e);
        }
    }
}
