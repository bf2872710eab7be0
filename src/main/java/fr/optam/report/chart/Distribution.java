package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How values are spread: columns of one or two distributions, the last one hatched, the one before it an outline.
 *
 * @param heading what stands around it
 * @param quantity what is spread
 * @param counted what is counted, {@code Praticiens}
 * @param names name of each distribution: one, or two as {@code avant}, {@code après}
 * @param bins classes from low to high, all drawn equally wide
 */
public record Distribution(Heading heading, Quantity quantity, String counted, List<String> names, List<Bin> bins) {
    private static final int CLASSES = 12;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are neither one nor two distributions, or a class has other counts
     */
    public Distribution {
        names = List.copyOf(names);
        bins = List.copyOf(bins);
        if (names.isEmpty() || names.size() > 2) {
            throw new IllegalArgumentException("distributions: one or two, not " + names);
        }
        for (Bin bin : bins) {
            if (bin.counts().size() != names.size()) {
                throw new IllegalArgumentException("class " + bin + ": counts for " + names);
            }
        }
    }

    /** Counts that are there already. */
    public static Distribution of(
            Heading heading, Quantity quantity, String counted, List<String> names, List<Bin> bins) {
        return new Distribution(heading, quantity, counted, names, bins);
    }

    /** Values, put into classes of round figures. */
    public static Distribution ofValues(Heading heading, Quantity quantity, String counted, List<Sample> samples) {
        List<BigDecimal> all =
                samples.stream().flatMap(sample -> sample.values().stream()).toList();
        List<Bin> bins = new ArrayList<>();
        if (!all.isEmpty()) {
            BigDecimal low = all.stream().min(BigDecimal::compareTo).orElseThrow();
            BigDecimal high = all.stream().max(BigDecimal::compareTo).orElseThrow();
            boolean whole = quantity.measure() == Measure.COUNT || quantity.measure() == Measure.YEAR;
            List<BigDecimal> edges =
                    new ArrayList<>(Ticks.between(low, high, CLASSES, whole).at());
            if (edges.get(edges.size() - 1).compareTo(high) == 0) {
                edges.add(high.add(edges.get(1).subtract(edges.get(0))));
            }
            for (int i = 1; i < edges.size(); i++) {
                BigDecimal from = edges.get(i - 1);
                BigDecimal to = edges.get(i);
                bins.add(Bin.of(
                        from,
                        to,
                        samples.stream()
                                .mapToLong(sample -> sample.values().stream()
                                        .filter(v -> v.compareTo(from) >= 0 && v.compareTo(to) < 0)
                                        .count())
                                .toArray()));
            }
        }
        return of(heading, quantity, counted, samples.stream().map(Sample::name).toList(), bins);
    }

    /** The picture. */
    public Picture picture() {
        boolean empty = bins.stream().allMatch(bin -> bin.counts().stream()
                .allMatch(count -> count.filter(c -> c.signum() != 0).isEmpty()));
        return empty ? Tables.none(heading) : Tables.picture(heading, new Columns(this).svg(), table());
    }

    private DataTable table() {
        Lang lang = heading.lang();
        return Tables.of(
                heading,
                quantity.name(),
                names.size() == 1
                        ? List.of(counted)
                        : names.stream()
                                .map(name -> counted + lang.say(",\u00A0", ", ") + name)
                                .toList(),
                bins.stream()
                        .map(bin -> Tables.row(bin.words(quantity.measure(), lang), counts(bin)))
                        .toList());
    }

    private List<String> counts(Bin bin) {
        return bin.counts().stream()
                .map((Optional<BigDecimal> count) -> Tables.full(count, Measure.COUNT, heading.lang()))
                .toList();
    }
}
