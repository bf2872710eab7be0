package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.List;

/** Is told which facts the rule tables are asked about while a practitioner-year is decided. */
@FunctionalInterface
public interface Observer {
    /**
     * The rows of a table are about to be asked about a fact.
     *
     * @param table the table
     * @param fact the fact; its fields have the values that the conditions see, for as long as this call lasts: what is
     *     wanted later must be kept ({@link Observed#of})
     */
    void asked(RuleTable table, Fact fact);

    /**
     * The rows of a table were asked about a fact.
     *
     * @param table the table
     * @param fact the fact; its fields are as they were when the rows were asked
     * @param rows rows that apply, by id; also those that apply whatever an unknown field may be
     */
    default void applied(RuleTable table, Fact fact, List<RuleRow> rows) {
        // most want to know what was asked
    }
}
