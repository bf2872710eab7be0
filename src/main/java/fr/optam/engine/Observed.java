package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule table was asked about one fact, kept after its stage.
 *
 * @param table the table
 * @param key what tells the fact from its siblings
 * @param path JSON path that the fact was read from; empty for the practitioner-year and facts of code lists
 * @param values values by field as the conditions saw them: code, number, day, Boolean or {@link Unknown}; a field
 *     without value is not there
 */
public record Observed(RuleTable table, String key, String path, Map<String, Object> values) {

    /** Copies the values. */
    public Observed {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    /** Keeps the fields that the table's conditions test. */
    public static Observed of(RuleTable table, Fact fact) {
        return of(
                table,
                fact,
                table.conditions().stream().map(ConditionColumn::field).toList());
    }

    /** Keeps given fields. */
    public static Observed of(RuleTable table, Fact fact, Collection<String> fields) {
        Map<String, Object> values = new HashMap<>();
        for (String field : fields) {
            Object value = fact.value(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return new Observed(table, fact.key(), fact.path(), values);
    }

    /** Whether every condition of a row holds for what was kept. */
    public boolean matches(RuleRow row) {
        return row.conditions().stream()
                .allMatch(c -> c.holdsFor(values.get(c.column().field())));
    }

    /** The rows of the table of which every condition holds, in their order. */
    public List<RuleRow> matching() {
        return table.rows().stream().filter(this::matches).toList();
    }

    /** Whether every field that the table's conditions test has a value. */
    public boolean isKnown() {
        return table.conditions().stream()
                .map(c -> values.get(c.field()))
                .allMatch(v -> v != null && !(v instanceof Unknown));
    }
}
