package fr.optam.cohort;

import java.sql.SQLException;
import java.util.List;

/**
 * The shortcut for Parquet: rows whose cells are all sound beyond doubt go from the file into the table within the
 * database. All other rows are left to the reading in Java, which alone says what is wrong.
 */
final class SoundRows {
    /** Mark of a position that still counts rows from the start of the file, from 0. */
    private static final long UNGROUPED = 1L << 62;

    private final Staging staging;
    private final NeutralFile file;
    private final int fileRank;

    SoundRows(Staging staging, NeutralFile file, int fileRank) {
        this.staging = staging;
        this.file = file;
        this.fileRank = fileRank;
    }

    /** Whether the shortcut can be taken: SQL can tell what is sound, and no cell of a row depends on another. */
    boolean applies() {
        return file.table().checks().isEmpty()
                && file.table().columns().stream()
                        .noneMatch(column -> column.cell().sound().equals("false"));
    }

    /** SQL condition of a row that is sound, over the columns of {@link ParquetRows#source}. */
    String condition(Header header) {
        StringBuilder all = new StringBuilder("true");
        for (int i = 0; i < header.places().length; i++) {
            Column column = file.table().columns().get(i);
            if (header.places()[i] >= 0) {
                String name = '"' + column.name() + '"';
                String sound = "(" + column.cell().sound().replace("{cell}", name) + ")";
                all.append(" AND ").append(column.required() ? sound : "(" + name + " = '' OR " + sound + ")");
            }
        }
        return all.toString();
    }

    /** Takes the sound rows over and returns their number; 0 if the shortcut can't be taken. */
    long insert(ParquetRows rows, Header header, String target) throws InputUnusable, SQLException {
        if (!applies()) {
            return 0;
        }
        List<String> types = staging.columns(target);
        StringBuilder values =
                new StringBuilder(fileRank + " AS file_rank, " + UNGROUPED + " + " + ParquetRows.ROW + " AS position");
        for (int i = 0; i < header.places().length; i++) {
            if (header.places()[i] >= 0) {
                Column column = file.table().columns().get(i);
                String type = types.get(i).substring(column.name().length() + 1);
                values.append(", CAST(")
                        .append(value(column))
                        .append(" AS ")
                        .append(type)
                        .append(") AS \"")
                        .append(column.name())
                        .append('"');
            }
        }
        groups(staging, fileRank, rows.groupStarts());
        try {
            return staging.execute("INSERT INTO " + target + " BY NAME SELECT " + values + " FROM ("
                    + rows.source(header) + ") WHERE " + condition(header));
        } catch (SQLException failure) {
            throw rows.unreadable(failure);
        }
    }

    /** Gives the rejected rows that came this way their row group and row, once everything is settled. */
    static void group(Staging staging) throws SQLException {
        staging.execute("UPDATE s_rejected SET position = p FROM (SELECT r.file_rank AS f, r.position AS old,"
                + " (max_by(g.number, g.start) << 32) | (r.position - " + UNGROUPED + " - max(g.start) + 1) AS p"
                + " FROM s_rejected r JOIN s_groups g ON g.file_rank = r.file_rank AND g.start <= r.position - "
                + UNGROUPED + " WHERE r.position >= " + UNGROUPED + " GROUP BY r.file_rank, r.position)"
                + " WHERE file_rank = f AND position = old");
        staging.execute("UPDATE s_rejected SET line = " + Origin.lineSql());
    }

    /** Keeps the first rows of the row groups of a file, counted from 0. */
    static void groups(Staging staging, int fileRank, List<Long> starts) throws SQLException {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < starts.size(); i++) {
            values.append(i == 0 ? "" : ", ").append("(" + fileRank + ", " + (i + 1) + ", " + starts.get(i) + ")");
        }
        if (!starts.isEmpty()) {
            staging.execute("INSERT INTO s_groups VALUES " + values);
        }
    }

    private static String value(Column column) {
        String name = '"' + column.name() + '"';
        String kept = column.cell() instanceof Cell.Text text ? text.kept().replace("{cell}", name) : name;
        String empty = column.whenEmpty().map(Staging::text).orElse("NULL");
        return "CASE WHEN " + name + " = '' THEN " + empty + " ELSE " + kept + " END";
    }
}
