package fr.optam.cohort;

import fr.optam.engine.Grouping;
import fr.optam.engine.Grouping.Whom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the act lines of a cohort are, settled: a staged table, or files that need no settling.
 *
 * @param columns columns of the staged acts, as expressions
 * @param later columns that are settled as well after grouping, by name: the expression over the column as it is,
 *     {@code raw_} before its name among the columns
 * @param from where they are, with a condition on the rows if there is one
 * @param mayLackLetters whether letters billed may be unknown; if not, those of an empty cell are none
 * @param lines query of practitioners and the number of their lines
 * @param years query of the years that acts may be of
 */
record ActRows(
        String columns, Map<String, String> later, String from, boolean mayLackLetters, String lines, String years) {
    /** The staged acts. */
    static final ActRows STAGED = new ActRows(
            "*",
            Map.of(),
            "s_acts",
            true,
            "SELECT practitioner_id, count(*) FROM s_acts GROUP BY practitioner_id",
            "SELECT DISTINCT year(\"on\") FROM s_acts");

    /** Lines that are grouped at a time. */
    private static final long RANGE = 2_000_000;

    /** Begins to group them. */
    ActSource grouped(Staging staging, Grouping grouping) throws SQLException {
        SortedSet<Integer> all = new TreeSet<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet year = statement.executeQuery(years)) {
            while (year.next()) {
                all.add(year.getInt(1));
            }
        }
        if (all.isEmpty()) {
            return new NoActs();
        }
        return new GroupedActs(staging, grouping, this, GroupedActs.ranges(staging, lines, RANGE), all);
    }

    /** Query of the rows with a column for each of some sets of acts. */
    String rows(List<Whom> some) {
        StringBuilder query = new StringBuilder("(SELECT ").append(columns);
        for (int i = 0; i < some.size(); i++) {
            // over the column as it is: what there is of it is judged once a text, not once a row
            query.append(", ")
                    .append(mayLackLetters ? "modifiers IS NULL OR " : "coalesce(")
                    .append(GroupKeys.condition(some.get(i), "modifiers", "allowed_modifiers"))
                    .append(mayLackLetters ? "" : ", false)")
                    .append(" AS w")
                    .append(i);
        }
        return query.append(" FROM ").append(from).append(')').toString();
    }

    private record NoActs() implements ActSource {
        @Override
        public List<fr.optam.fact.Act> of(String practitioner) {
            return List.of();
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }
}
