package fr.optam.rulebook.table;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Stage;
import java.util.List;
import java.util.Optional;

/**
 * A rule table: a standard Drools RuleTable, read once.
 *
 * @param name path below {@code decision-tables} without ending, {@code modifiers/droits}
 * @param file path of the workbook below the rulebook
 * @param sheet name of the sheet
 * @param stage stage in which its rows run
 * @param kind kind of fact its rows look at
 * @param conditions condition columns
 * @param actions outcome columns
 * @param rows rows in their order
 */
public record RuleTable(
        String name,
        String file,
        String sheet,
        Stage stage,
        Kind kind,
        List<ConditionColumn> conditions,
        List<ActionColumn> actions,
        List<RuleRow> rows) {

    /** The condition columns of a field. */
    public List<ConditionColumn> testing(String field) {
        return conditions.stream().filter(c -> c.field().equals(field)).toList();
    }

    /** Number of the row of headers; 1 if there is no row below it. */
    public int headerRow() {
        return rows.isEmpty() ? 1 : rows.get(0).row() - 1;
    }

    /** The same table with other rows. */
    public RuleTable with(List<RuleRow> others) {
        return new RuleTable(name, file, sheet, stage, kind, conditions, actions, others);
    }

    /** The row of an id. */
    public Optional<RuleRow> row(String id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
