package fr.optam.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges acts in Parquet without taking them over: if every row is sound beyond doubt, and no line is there twice, they
 * are grouped straight from the files. All else is left to the reading row by row, which alone says what is wrong.
 */
final class SoundActs {
    private static final String LINES = "s_lines";
    /** Lines that are held against each other at a time to find those that are there twice. */
    private static final long RANGE = 2_000_000;

    private final Staging staging;
    private final List<NeutralFile> files;
    private final NeutralTable table;
    private final Map<String, String> types;
    /** Columns no two of whose values are kept as one. */
    private final Set<String> plain = new TreeSet<>();

    private SoundActs(Staging staging, List<NeutralFile> files, Map<String, String> types) {
        this.staging = staging;
        this.files = files;
        this.table = files.get(0).table();
        this.types = types;
        table.columns().stream()
                .filter(column -> types.containsKey(column.name())
                        && (column.whenEmpty().isEmpty() || column.cell() instanceof Cell.Text))
                .forEach(column -> plain.add(column.name()));
        plain.removeAll(List.of("practitioner_id", "act_id", "on", "at", "code"));
    }

    /**
     * Begins to judge.
     *
     * @param types types of the columns of each file
     * @return empty if it takes the reading row by row to tell
     */
    static Optional<SoundActs> of(Staging staging, List<NeutralFile> files, List<Map<String, String>> types)
            throws SQLException {
        SoundActs acts = new SoundActs(staging, files, types.get(0));
        boolean alike = types.stream().distinct().count() == 1;
        if (!alike || !table(files).columns().stream().allMatch(acts::judged)) {
            return Optional.empty();
        }
        staging.execute("CREATE OR REPLACE TABLE " + LINES
                + "(file_rank INTEGER, practitioner_id VARCHAR, year INTEGER, n BIGINT)");
        return Optional.of(acts);
    }

    private static NeutralTable table(List<NeutralFile> files) {
        return files.get(0).table();
    }

    private SoundColumn column(Column column) {
        return new SoundColumn(column, types.get(column.name()));
    }

    private boolean judged(Column column) {
        String type = types.get(column.name());
        return type == null || column.cell().sound(type).isPresent();
    }

    /** Whether every row of a file is sound; counts its lines. */
    boolean sound(NeutralFile file, int rank) throws SQLException {
        String source = "read_parquet(" + Staging.file(file.path()) + ", binary_as_string=true)";
        List<Column> present = table.columns().stream()
                .filter(column -> types.containsKey(column.name()))
                .toList();
        List<String> doubtful = new ArrayList<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet told = statement.executeQuery(present.stream()
                        .map(column -> column(column).plain())
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source)))) {
            told.next();
            for (int i = 0; i < present.size(); i++) {
                if (!told.getBoolean(i + 1)) {
                    plain.remove(present.get(i).name());
                    doubtful.add("count(*) FILTER (WHERE NOT coalesce("
                            + column(present.get(i)).condition() + ", false))");
                }
            }
        }
        if (!doubtful.isEmpty() && staging.count("SELECT " + String.join(" + ", doubtful) + " FROM " + source) > 0) {
            return false;
        }
        staging.execute("INSERT INTO " + LINES + " SELECT " + rank + ", practitioner_id, year(\"on\"), count(*) FROM "
                + source + " GROUP BY ALL");
        return true;
    }

    /** Whether no line is there twice, and the files keep the lines of a practitioner close together. */
    boolean unique() throws SQLException {
        List<String[]> ranges = GroupedActs.ranges(staging, perPractitioner(), RANGE);
        if (!together(ranges)) {
            return false;
        }
        SeenHashes seen = new SeenHashes();
        for (String[] range : ranges) {
            String where = " FROM " + parquet() + " WHERE practitioner_id BETWEEN " + Staging.text(range[0]) + " AND "
                    + Staging.text(range[1]);
            // different lines may have one hash: the reading row by row will find nothing wrong
            SeenHashes.Told told = seen.of(staging, "SELECT (hash(practitioner_id, act_id) >> 1)::BIGINT" + where);
            boolean twice = told == SeenHashes.Told.TOO_MANY
                    ? staging.count("SELECT count(*) FROM (SELECT 1" + where
                                    + " GROUP BY hash(practitioner_id, act_id) HAVING count(*) > 1)")
                            > 0
                    : told == SeenHashes.Told.TWICE;
            if (twice) {
                return false;
            }
        }
        return true;
    }

    private static String perPractitioner() {
        return "SELECT practitioner_id, sum(n)::BIGINT FROM " + LINES + " GROUP BY practitioner_id";
    }

    /** Whether reading range by range reads the files hardly more than once. */
    private boolean together(List<String[]> ranges) throws SQLException {
        long all = 0;
        long read = 0;
        try (Statement statement = staging.connection().createStatement();
                ResultSet group = statement.executeQuery("SELECT coalesce(stats_min_value, stats_min, ''),"
                        + " coalesce(stats_max_value, stats_max, '~'), row_group_num_rows FROM parquet_metadata("
                        + paths()
                        + ") WHERE path_in_schema = 'practitioner_id'")) {
            while (group.next()) {
                all += group.getLong(3);
                for (String[] range : ranges) {
                    if (range[0].compareTo(group.getString(2)) <= 0 && range[1].compareTo(group.getString(1)) >= 0) {
                        read += group.getLong(3);
                    }
                }
            }
        }
        return read <= 3 * all;
    }

    private String paths() {
        return files.stream().map(f -> Staging.file(f.path())).collect(Collectors.joining(", ", "[", "]"));
    }

    private String parquet() {
        return "read_parquet(" + paths() + ", binary_as_string=true)";
    }

    /** Whether all lines are of practitioners that are used, once those are settled. */
    boolean known() throws SQLException {
        return staging.count("SELECT count(*) FROM " + LINES
                        + " WHERE practitioner_id NOT IN (SELECT practitioner_id FROM s_practitioners)")
                == 0;
    }

    /**
     * Counts the lines that are used and those of years that are not needed.
     *
     * @param needed condition on practitioner and {@code year}
     * @param ofRows the same of rows of the files
     */
    ActRows rows(String needed, String ofRows) throws SQLException {
        staging.execute("INSERT INTO s_excluded SELECT f.file, 'OUT_OF_PERIOD', sum(l.n) FROM " + LINES
                + " l JOIN s_files f USING (file_rank) WHERE NOT (" + needed + ") GROUP BY f.file");
        staging.execute("UPDATE s_files SET used = u FROM (SELECT file_rank AS r, sum(n) AS u FROM " + LINES + " WHERE "
                + needed + " GROUP BY file_rank) WHERE file_rank = r");
        long excluded = staging.execute("DELETE FROM " + LINES + " WHERE NOT (" + needed + ")");
        List<String> columns = new ArrayList<>();
        Map<String, String> later = new TreeMap<>();
        for (String column : staging.columns(table.sqlName())) {
            String[] staged = column.split(" ", 2);
            String value = value(staged);
            if (!value.isEmpty()) {
                columns.add(value + " AS \"" + staged[0] + '"');
            }
            if (plain.contains(staged[0])) {
                columns.add('"' + staged[0] + "\" AS raw_" + staged[0]);
                later.put(staged[0], value);
            }
        }
        return new ActRows(
                String.join(", ", columns),
                later,
                parquet() + (excluded == 0 ? "" : " WHERE " + ofRows),
                false,
                perPractitioner(),
                "SELECT DISTINCT year FROM " + LINES);
    }

    private String value(String[] staged) {
        Optional<Column> column =
                table.columns().stream().filter(c -> c.name().equals(staged[0])).findFirst();
        if (column.isEmpty()) {
            return "";
        }
        String name = '"' + staged[0] + '"';
        String as = " AS " + staged[1] + ")";
        String type = types.get(staged[0]);
        if (type == null) {
            return "CAST(NULL" + as;
        }
        String kept =
                column.get().cell() instanceof Cell.Text text ? text.kept().replace("{cell}", name) : name;
        Optional<String> empty = column.get().whenEmpty().map(Staging::text);
        String none = name + " IS NULL" + (type.equals("VARCHAR") ? " OR " + name + " = ''" : "");
        boolean plain = column.get().required() || (empty.isEmpty() && !type.equals("VARCHAR"));
        return "CAST("
                + (plain ? kept : "CASE WHEN " + none + " THEN " + empty.orElse("NULL") + " ELSE " + kept + " END")
                + as;
    }
}
