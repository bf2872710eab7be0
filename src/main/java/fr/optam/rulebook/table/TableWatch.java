package fr.optam.rulebook.table;

import fr.optam.fact.flat.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Is told what formulas look up in the tables of a rulebook. */
public interface TableWatch {
    /**
     * A list was looked into.
     *
     * @param list the list
     * @param keys names of the key columns
     * @param values values wanted, in the same order
     * @param day day on which rows must be valid; empty if any validity will do
     */
    void found(PlainTable list, List<String> keys, List<Object> values, Optional<LocalDate> day);

    /**
     * The rows of a rule table that are open to a fact were counted.
     *
     * @param table name of the table
     * @param fact the fact, as it is during the call
     * @param fields fields whose conditions count
     */
    void opened(String table, Fact fact, List<String> fields);
}
