package fr.optam.cohort;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can only be said of all rows together: unknown practitioners, repeated and conflicting keys, years out of
 * period. Defective rows move to {@code s_rejected}, rows out of period are counted in {@code s_excluded}.
 */
final class Settlement {
    private final Staging staging;

    Settlement(Staging staging) {
        this.staging = staging;
    }

    /**
     * Settles the practitioners: an id with a defective row, or with rows of different content, is not used at all.
     *
     * @return number of practitioners known by their id that are not used
     */
    long practitioners(NeutralTable table) throws SQLException {
        String conflicting = "practitioner_id IN (SELECT practitioner_id FROM s_rejected WHERE practitioner_id IS NOT"
                + " NULL AND " + ofKind(table) + ")";
        move(table, conflicting, RejectReason.KEY_CONFLICT, "practitioner_id", 0);
        keys(table);
        return staging.count("SELECT count(DISTINCT practitioner_id) FROM s_rejected WHERE " + ofKind(table)
                + " AND practitioner_id NOT IN (SELECT practitioner_id FROM s_practitioners)");
    }

    /** Rejects the rows of practitioners that are not used, whatever else is wrong with them. */
    void strangers(NeutralTable table) throws SQLException {
        String unknown = "practitioner_id NOT IN (SELECT practitioner_id FROM s_practitioners)";
        staging.execute("UPDATE s_rejected SET \"column\" = 'practitioner_id', column_rank = 0, value ="
                + " practitioner_id, hint = NULL, reason = 'PRACTITIONER_UNKNOWN' WHERE column_rank >= 0 AND "
                + ofKind(table) + " AND practitioner_id IS NOT NULL AND " + unknown);
        move(table, unknown, RejectReason.PRACTITIONER_UNKNOWN, "practitioner_id", 0);
    }

    /** Rejects repeated rows but the first, and all rows of a key with different content. */
    void keys(NeutralTable table) throws SQLException {
        String key = quoted(table.keyColumns());
        String name = table.sqlName();
        staging.execute("CREATE OR REPLACE TEMP TABLE k_hash AS SELECT hash(" + key + ") AS h FROM " + name
                + " GROUP BY h HAVING count(*) > 1");
        if (staging.count("SELECT count(*) FROM k_hash") == 0) {
            return;
        }
        settle(table);
    }

    private void settle(NeutralTable table) throws SQLException {
        String key = quoted(table.keyColumns());
        String content = quoted(table.columns().stream().map(Column::name).toList());
        String name = table.sqlName();
        staging.execute("CREATE OR REPLACE TEMP TABLE k_bad AS SELECT file_rank AS f, position AS p, nth,"
                + " max(kind) OVER (PARTITION BY " + key + ") > 1 AS conflict FROM (SELECT " + key
                + ", file_rank, position, row_number() OVER (PARTITION BY " + key
                + " ORDER BY file_rank, position) AS nth, dense_rank() OVER (PARTITION BY " + key + " ORDER BY "
                + content + ") AS kind FROM " + name + " WHERE hash(" + key + ") IN (SELECT h FROM k_hash))");
        int rank = table.key().isEmpty() ? -1 : index(table, last(table));
        String column = table.key().isEmpty() ? "" : last(table);
        for (RejectReason reason : List.of(RejectReason.KEY_CONFLICT, RejectReason.KEY_DUPLICATE)) {
            String which = reason == RejectReason.KEY_CONFLICT ? "conflict" : "NOT conflict AND nth > 1";
            move(
                    table,
                    "(file_rank, position) IN (SELECT (f, p) FROM k_bad WHERE " + which + ")",
                    reason,
                    column,
                    rank);
        }
    }

    /** Excludes the rows whose year is not needed. */
    void period(NeutralTable table, String needed) throws SQLException {
        String name = table.sqlName();
        staging.execute("INSERT INTO s_excluded SELECT f.file, 'OUT_OF_PERIOD', count(*) FROM " + name
                + " JOIN s_files f USING (file_rank) WHERE NOT (" + needed + ") GROUP BY f.file");
        staging.execute("DELETE FROM " + name + " WHERE NOT (" + needed + ")");
    }

    /** Writes the number of rows left of each file. */
    void used(NeutralTable table) throws SQLException {
        staging.execute("UPDATE s_files SET used = n FROM (SELECT file_rank AS r, count(*) AS n FROM " + table.sqlName()
                + " GROUP BY file_rank) WHERE file_rank = r");
    }

    private void move(NeutralTable table, String where, RejectReason reason, String column, int rank)
            throws SQLException {
        String name = table.sqlName();
        String value = column.isEmpty() ? "''" : '"' + column + "\"::VARCHAR";
        staging.execute("INSERT INTO s_rejected SELECT f.file, t.file_rank, t.position, " + Origin.lineSql()
                + ", practitioner_id, " + Staging.text(column) + ", " + rank + ", " + value + ", "
                + Staging.text(reason.name()) + ", NULL FROM " + name + " t JOIN s_files f USING (file_rank) WHERE "
                + where);
        staging.execute("DELETE FROM " + name + " WHERE " + where);
    }

    private static String ofKind(NeutralTable table) {
        return "file_rank IN (SELECT file_rank FROM s_files WHERE regexp_matches(file, '^" + table.name() + "[-.]'))";
    }

    private static String last(NeutralTable table) {
        return table.key().get(table.key().size() - 1);
    }

    private static int index(NeutralTable table, String column) {
        return table.columns().stream().map(Column::name).toList().indexOf(column);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
