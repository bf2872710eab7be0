package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A measure of a group over the years.
 *
 * @param measure its name
 * @param group whom it is about
 * @param unit unit of the figures
 * @param values by year; a year without the measure has none
 * @param of practitioners behind each value, by year
 * @param slope yearly change; empty with fewer than two years
 */
public record Series(
        String measure,
        Group group,
        String unit,
        SortedMap<Integer, BigDecimal> values,
        SortedMap<Integer, Long> of,
        Optional<Slope> slope) {
    private static final Set<String> CHANGES = Set.of("joined", "left", "leftAfterBreach", "switched");

    /** Copies. */
    public Series {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /**
     * The series of a long table, in its order.
     *
     * @param figures sorted
     */
    public static List<Series> of(List<Figure> figures) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < figures.size(); ) {
            Figure first = figures.get(i);
            SortedMap<Integer, BigDecimal> values = new TreeMap<>();
            SortedMap<Integer, Long> of = new TreeMap<>();
            while (i < figures.size() && same(first, figures.get(i))) {
                values.put(figures.get(i).year(), figures.get(i).value());
                of.put(figures.get(i).year(), figures.get(i).of());
                i++;
            }
            series.add(new Series(first.measure(), first.group(), first.unit(), values, of, Slope.of(values)));
        }
        return series;
    }

    /** Whether each figure is itself a change from the year before: who joined, what a rate rose by. */
    public boolean isChange() {
        return CHANGES.contains(measure) || measure.startsWith("change");
    }

    /** The figures as a distribution. */
    public Spread spread() {
        Spread spread = new Spread();
        values.values().forEach(spread::add);
        return spread;
    }

    /** What stands between a beginning and an end in the names of measures, without repetition. */
    public static List<String> named(List<Series> all, String beginning, String end) {
        return all.stream()
                .map(Series::measure)
                .filter(m -> m.startsWith(beginning) && m.endsWith(end))
                .map(m -> m.substring(beginning.length(), m.length() - end.length()))
                .distinct()
                .toList();
    }

    private static boolean same(Figure one, Figure other) {
        return one.measure().equals(other.measure()) && one.group().equals(other.group());
    }
}
