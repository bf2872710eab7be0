package fr.optam.rulebook.table;

import fr.optam.fact.flat.Fact;
import java.util.List;

/**
 * A row of a rule table: a rule.
 *
 * @param id its id
 * @param row row number in the sheet
 * @param at file, sheet and cell of its id
 * @param conditions conditions of its cells, at least one
 * @param actions outcomes, at least one
 * @param citation what stands behind it
 */
public record RuleRow(
        String id, int row, String at, List<ConditionCell> conditions, List<ActionCell> actions, Citation citation) {

    /** Whether every condition holds for a fact. */
    public boolean matches(Fact fact) {
        for (ConditionCell condition : conditions) {
            if (!condition.holds(fact)) {
                return false;
            }
        }
        return true;
    }
}
