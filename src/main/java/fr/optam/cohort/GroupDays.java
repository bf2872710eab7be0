package fr.optam.cohort;

import fr.optam.engine.Grouping;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/** The days of the years concerned, in classes that the rules do not tell apart. */
final class GroupDays {
    private final LocalDate first;
    private final LocalDate last;
    private final List<Grouping.Days> classes = new ArrayList<>();
    private final List<int[]> ofDays = new ArrayList<>();
    private final Map<String, Stretch> stretches = new HashMap<>();

    /** Days that stand for each other: from the first that could be meant to the last, the latter only if it is another. */
    record Stretch(LocalDate on, Optional<LocalDate> until) {}

    GroupDays(Grouping grouping, SortedSet<Integer> years) {
        first = LocalDate.of(years.first(), 1, 1);
        last = LocalDate.of(years.last(), 12, 31);
        for (Grouping.Days each : grouping.days()) {
            int[] days = each.classes(first, last);
            if (tells(days)) {
                classes.add(each);
                ofDays.add(days);
            }
        }
    }

    /** Whether it tells two days of a year apart. */
    private boolean tells(int[] days) {
        for (int i = 1; i < days.length; i++) {
            if (days[i] != days[i - 1]
                    && first.plusDays(i).getYear() == first.plusDays(i - 1L).getYear()) {
                return true;
            }
        }
        return false;
    }

    /** What tells days of a year apart, for some acts or all. */
    List<Grouping.Days> classes() {
        return classes;
    }

    /** Makes the table of the days, {@code s_days}. */
    void stage(Staging staging) throws SQLException {
        StringBuilder columns = new StringBuilder("day DATE, y SMALLINT");
        for (int i = 0; i < ofDays.size(); i++) {
            columns.append(", c").append(i).append(" SMALLINT");
        }
        staging.execute("CREATE OR REPLACE TABLE s_days(" + columns + ")");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; !first.plusDays(i).isAfter(last); i++) {
            rows.append(i == 0 ? "" : ", ")
                    .append("('")
                    .append(first.plusDays(i))
                    .append("', ")
                    .append(first.plusDays(i).getYear());
            for (int[] days : ofDays) {
                rows.append(", ").append(days[i]);
            }
            rows.append(')');
        }
        staging.execute("INSERT INTO s_days VALUES " + rows);
    }

    /**
     * The days that a group stands for.
     *
     * @param key year, day if it is told, class for each of {@link #classes}, the practitioner's cut before and the one
     *     after, with commas between; empty for what is not told
     */
    Stretch stretch(String key) {
        return stretches.computeIfAbsent(key, this::found);
    }

    private Stretch found(String key) {
        String[] parts = key.split(",", -1);
        if (!parts[1].isEmpty()) {
            return new Stretch(LocalDate.parse(parts[1]), Optional.empty());
        }
        int year = Integer.parseInt(parts[0]);
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        String begin = parts[parts.length - 2];
        String end = parts[parts.length - 1];
        if (!begin.isEmpty() && LocalDate.parse(begin).isAfter(from)) {
            from = LocalDate.parse(begin);
        }
        if (!end.isEmpty() && !LocalDate.parse(end).isAfter(to)) {
            to = LocalDate.parse(end).minusDays(1);
        }
        OptionalInt[] wanted = new OptionalInt[ofDays.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = parts[2 + i].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[2 + i]));
        }
        while (!suits(from, wanted)) {
            from = from.plusDays(1);
        }
        while (!suits(to, wanted)) {
            to = to.minusDays(1);
        }
        return new Stretch(from, to.equals(from) ? Optional.empty() : Optional.of(to));
    }

    private boolean suits(LocalDate day, OptionalInt[] wanted) {
        int place = (int) (day.toEpochDay() - first.toEpochDay());
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].isPresent() && wanted[i].getAsInt() != ofDays.get(i)[place]) {
                return false;
            }
        }
        return true;
    }
}
