package fr.optam.cohort;

import fr.optam.engine.Grouping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the act lines of a cohort are, settled: a staged table, or files that need no settling.
 *
 * @param rows table, or query in brackets, with the columns of the staged acts
 * @param lines query of practitioners and the number of their lines
 * @param years query of the years that acts may be of
 * @param inRanges whether some practitioners can be read without reading all
 */
record ActRows(String rows, String lines, String years, boolean inRanges) {
    /** The staged acts. */
    static final ActRows STAGED = new ActRows(
            "s_acts",
            "SELECT practitioner_id, count(*) FROM s_acts GROUP BY practitioner_id",
            "SELECT DISTINCT year(\"on\") FROM s_acts",
            true);

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
        List<String[]> ranges = GroupedActs.ranges(staging, lines, inRanges ? RANGE : Long.MAX_VALUE);
        return new GroupedActs(staging, grouping, rows, ranges, all);
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
