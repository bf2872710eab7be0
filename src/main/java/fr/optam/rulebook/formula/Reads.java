package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.PlainRow;
import java.util.List;

/** Is told what a computation reads. */
public interface Reads {
    /** A field was read; holder is the fact that holds it, null if it has no value. */
    void field(Fact holder, String name, Object value, Object origin);

    /** A field was read that neither a fact nor one that it belongs to has a value of. */
    default void none(Fact fact, String name) {
        field(null, name, null, null);
    }

    /** A field was read only as the day of a look into a list, so that only its place among validities matters. */
    default void day(Fact holder, String name, Object value, Object origin) {
        field(holder, name, value, origin);
    }

    /** A field was read only as a key of a look into a list, so that only whether a list names it matters. */
    default void key(Fact holder, String name, Object value, Object origin) {
        field(holder, name, value, origin);
    }

    /** The facts of a kind that belong to another fact were gone through. */
    default void over(Fact owner, Kind kind) {
        // most readers are told of each field anyway
    }

    /** Fields of a fact were held against a rule table. */
    default void tested(Fact fact, List<String> names) {
        // the table stands for them
    }

    /** Whether only the weakest of all that is read matters, so that acts which are alike may be told of in one. */
    default boolean isInOne() {
        return false;
    }

    /** Whether nothing but {@link #weak} of it all matters, so that acts may be told of in any order. */
    default boolean isGrade() {
        return false;
    }

    /** Something as weak as that was read. */
    default void weak(Confidence confidence) {
        // whoever is told of each read knows
    }

    /** A row of a list was read. */
    void row(PlainRow row, String column, Object value);
}
