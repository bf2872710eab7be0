package fr.optam.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of the rows of each file, and marks the practitioners with rejected rows. */
final class Reconciliation {
    private Reconciliation() {}

    /**
     * One count a file of {@code s_files}, with {@code s_rejected} and {@code s_excluded}.
     *
     * @throws IllegalStateException if a row was lost
     */
    static List<FileCount> counts(Staging staging) throws SQLException {
        Map<String, SortedMap<String, Long>> rejected =
                byReason(staging, "SELECT file, reason, count(*) FROM s_rejected GROUP BY ALL");
        Map<String, SortedMap<String, Long>> excluded =
                byReason(staging, "SELECT file, reason, sum(n)::BIGINT FROM s_excluded GROUP BY ALL HAVING sum(n) > 0");
        List<FileCount> counts = new ArrayList<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT file, read, used FROM s_files ORDER BY file_rank, file")) {
            while (row.next()) {
                String file = row.getString(1);
                SortedMap<String, Long> bad = rejected.getOrDefault(file, new TreeMap<>());
                SortedMap<String, Long> out = excluded.getOrDefault(file, new TreeMap<>());
                counts.add(new FileCount(file, row.getLong(2), row.getLong(3), sum(bad), bad, sum(out), out));
            }
        }
        return counts;
    }

    /**
     * Adds a note {@code INPUT_ROWS_REJECTED} with {@code counts}, such as {@code acts 2, memberships 1}, for each
     * practitioner with rejected rows. Files are named without part number and ending.
     */
    static void mark(Staging staging) throws SQLException {
        staging.execute("""
                INSERT INTO s_notes
                SELECT practitioner_id, 'INPUT_ROWS_REJECTED', NULL, 'counts', string_agg(kind || ' ' || n, ', ' ORDER BY kind)
                FROM (
                    SELECT practitioner_id, regexp_extract(file, '^([A-Za-z_]+?)(-[^.]*)?[.]', 1) AS kind, count(*) AS n
                    FROM s_rejected
                    WHERE practitioner_id IN (SELECT practitioner_id FROM s_practitioners)
                    GROUP BY ALL)
                GROUP BY practitioner_id""");
    }

    private static Map<String, SortedMap<String, Long>> byReason(Staging staging, String sql) throws SQLException {
        Map<String, SortedMap<String, Long>> result = new HashMap<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                result.computeIfAbsent(row.getString(1), file -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3));
            }
        }
        return result;
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
