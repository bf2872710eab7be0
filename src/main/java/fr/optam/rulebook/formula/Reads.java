package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.table.PlainRow;

/** Is told what a computation reads. */
public interface Reads {
    /** A field was read; holder is the fact that holds it, null if it has no value. */
    void field(Fact holder, String name, Object value, Object origin);

    /** A row of a list was read. */
    void row(PlainRow row, String column, Object value);
}
