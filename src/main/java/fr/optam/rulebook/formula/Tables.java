package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.table.PlainTable;
import java.util.List;
import java.util.Optional;

/** The tables that a formula may look into. */
public interface Tables {
    /** A list by name. */
    Optional<PlainTable> plain(String name);

    /** Whether a rule table of that name tests that field. */
    boolean tests(String ruleTable, String field);

    /**
     * How many rows of a rule table hold for a fact when only some of their conditions are looked at.
     *
     * @param ruleTable name of the table
     * @param fact the fact
     * @param fields fields whose conditions count
     */
    int openRows(String ruleTable, Fact fact, List<String> fields);

    /** Whether a name is a field that facts may have. */
    boolean isField(String name);
}
