package fr.optam.rulebook;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Tables;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.table.TableWatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What formulas see of the tables of a rulebook.
 *
 * @param lists lists by name
 * @param tables rule tables by name
 * @param dictionary fields
 * @param watch is told of counted rows, if anyone watches
 */
record RuleTables(
        Map<String, PlainTable> lists, Map<String, RuleTable> tables, Dictionary dictionary, Optional<TableWatch> watch)
        implements Tables {
    RuleTables(Map<String, PlainTable> lists, Map<String, RuleTable> tables, Dictionary dictionary) {
        this(lists, tables, dictionary, Optional.empty());
    }

    @Override
    public Optional<PlainTable> plain(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    @Override
    public boolean tests(String ruleTable, String field) {
        RuleTable table = tables.get(ruleTable);
        return table != null && !table.testing(field).isEmpty();
    }

    @Override
    public int openRows(String ruleTable, Fact fact, List<String> fields) {
        watch.ifPresent(w -> w.opened(ruleTable, fact, fields));
        int open = 0;
        for (RuleRow row : tables.get(ruleTable).rows()) {
            open += holds(row, fact, fields) ? 1 : 0;
        }
        return open;
    }

    private static boolean holds(RuleRow row, Fact fact, List<String> fields) {
        for (ConditionCell cell : row.conditions()) {
            if (fields.contains(cell.column().field()) && !cell.holds(fact)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isField(String name) {
        return dictionary.field(name).isPresent();
    }
}
