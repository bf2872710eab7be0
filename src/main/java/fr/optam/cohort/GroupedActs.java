package fr.optam.cohort;

import fr.optam.engine.Grouping;
import fr.optam.fact.Act;
import fr.optam.fact.Ids;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * The acts of each practitioner, grouped by what the rules read of them. Practitioners are grouped some at a time, the
 * next ones while these are decided, so that what is in memory does not grow with the cohort.
 */
final class GroupedActs implements ActSource {
    private static final int SEPARATOR = Ids.BETWEEN;

    private final Staging staging;
    private final GroupDays days;
    private final List<String> queries = new ArrayList<>();
    private final ActProfiles profiles = new ActProfiles();
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "group");
        thread.setDaemon(true);
        return thread;
    });
    private int begun;
    private Future<RowStream> next;
    private RowStream rows;

    /**
     * Begins to group.
     *
     * @param source the rows
     * @param ranges first and last practitioner of each range, in order
     * @param years years that acts may be of
     */
    GroupedActs(Staging staging, Grouping grouping, ActRows source, List<String[]> ranges, SortedSet<Integer> years)
            throws SQLException {
        this.staging = staging;
        this.days = new GroupDays(grouping, years);
        days.stage(staging);
        int cuts = cuts(grouping, years);
        GroupKeys grouped = new GroupKeys(grouping, source.later().keySet());
        List<String> keys = grouped.columns(days, cuts);
        String from = source.rows(grouped.some()) + " a"
                + (days.classes().isEmpty() ? "" : " JOIN s_days d ON d.day = a.\"on\"")
                + (cuts == 0 ? "" : " LEFT JOIN s_own o ON o.practitioner_id = a.practitioner_id");
        StringBuilder day = new StringBuilder("coalesce(y::VARCHAR, '') || ',' || coalesce(exact_on::VARCHAR, '')");
        for (int i = 0; i < days.classes().size(); i++) {
            day.append(" || ',' || coalesce(c").append(i).append("::VARCHAR, '')");
        }
        day.append(" || ',' || coalesce(own_from::VARCHAR, '') || ',' || coalesce(own_to::VARCHAR, '')");
        String settled = grouped.unsettled().stream()
                .map(column -> source.later().get(column) + " AS " + column)
                .collect(Collectors.joining(", "));
        String groups = settled.isEmpty() ? "" : "SELECT * REPLACE (" + settled + ") FROM (";
        for (String[] range : ranges) {
            queries.add("SELECT practitioner_id, ids, first_id, lines, " + day
                    + ", fee_charged, base_tariff, base_tariff_without_option, " + ActProfiles.column("at_from")
                    + " FROM (" + groups + "SELECT " + String.join(", ", keys) + ", string_agg(a.act_id, chr("
                    + SEPARATOR
                    + ")) AS ids, min(a.act_id) AS first_id, count(*) AS lines FROM " + from
                    + " WHERE a.practitioner_id BETWEEN " + Staging.text(range[0]) + " AND " + Staging.text(range[1])
                    + " GROUP BY ALL)" + (groups.isEmpty() ? "" : ")") + " ORDER BY practitioner_id");
        }
        prepare();
        rows = taken();
    }

    /** Makes the table of the days of each practitioner at which something changes within a year; their most. */
    private int cuts(Grouping grouping, SortedSet<Integer> years) throws SQLException {
        staging.execute("CREATE OR REPLACE TABLE s_cuts AS SELECT practitioner_id, day, row_number() OVER (PARTITION BY"
                + " practitioner_id ORDER BY day) - 1 AS nth FROM (" + GroupKeys.ownDays(grouping) + ") WHERE year(day)"
                + " BETWEEN " + years.first() + " AND " + years.last() + " AND dayofyear(day) > 1");
        int most = (int) staging.count("SELECT max(nth) + 1 FROM s_cuts");
        StringBuilder columns = new StringBuilder("SELECT practitioner_id");
        for (int i = 0; i < most; i++) {
            columns.append(", max(day) FILTER (nth = ")
                    .append(i)
                    .append(") AS cut")
                    .append(i);
        }
        staging.execute("CREATE OR REPLACE TABLE s_own AS " + columns + " FROM s_cuts GROUP BY practitioner_id");
        return most;
    }

    /** Ranges of practitioners with about so many lines each, of a query of practitioners and their lines. */
    static List<String[]> ranges(Staging staging, String lines, long most) throws SQLException {
        List<String[]> ranges = new ArrayList<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet row = statement.executeQuery(lines + " ORDER BY 1")) {
            String[] range = null;
            long sum = 0;
            while (row.next()) {
                if (range == null || sum >= most) {
                    range = new String[] {row.getString(1), ""};
                    ranges.add(range);
                    sum = 0;
                }
                range[1] = row.getString(1);
                sum += row.getLong(2);
            }
        }
        return ranges;
    }

    @Override
    public List<Act> of(String practitioner) {
        while (rows != null && rows.practitioner().isEmpty()) {
            rows.close();
            rows = taken();
        }
        if (rows != null) {
            rows.noneBefore(practitioner, StagedTable.ACTS);
        }
        List<Act> acts = new ArrayList<>();
        while (rows != null && rows.of(practitioner)) {
            long lines = rows.count(3).orElseThrow();
            List<String> ids = Ids.of(
                    rows.text(2).orElseThrow(),
                    Math.toIntExact(lines),
                    rows.text(1).orElseThrow());
            acts.add(profiles.act(
                    rows.text(8).orElseThrow(),
                    ids,
                    days.stretch(rows.text(4).orElseThrow()),
                    rows.decimal(5),
                    rows.decimal(6),
                    rows.decimal(7)));
            rows.next();
        }
        return Canonical.sorted(acts);
    }

    private void prepare() {
        String sql = begun < queries.size() ? queries.get(begun++) : null;
        next = sql == null ? null : ahead.submit(() -> new RowStream(staging, sql));
    }

    private RowStream taken() {
        if (next == null) {
            return null;
        }
        try {
            RowStream stream = next.get();
            prepare();
            return stream;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted. Maybe start again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw new UncheckedIOException(staging.unreadable(failure));
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        begun = queries.size();
        if (rows != null) {
            rows.close();
        }
        if (next != null) {
            RowStream last = taken();
            if (last != null) {
                last.close();
            }
        }
        ahead.shutdown();
    }
}
