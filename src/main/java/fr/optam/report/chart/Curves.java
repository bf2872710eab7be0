package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lines over an axis, with what they are held against.
 *
 * @param heading what stands around them
 * @param axis what lies along
 * @param quantity what the values are
 * @param series lines
 * @param marks levels, moments and areas
 */
public record Curves(Heading heading, Axis axis, Quantity quantity, List<Series> series, List<Mark> marks) {
    /** Copies the lists. */
    public Curves {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** Lines held against nothing. */
    public static Curves of(Heading heading, Axis axis, Quantity quantity, List<Series> series) {
        return new Curves(heading, axis, quantity, series, List.of());
    }

    /** The same with one more mark. */
    public Curves with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Curves(heading, axis, quantity, series, more);
    }

    /** The picture. */
    public Picture picture() {
        boolean empty = series.stream().allMatch(each -> each.points().stream()
                .allMatch(point -> point.y().isEmpty()));
        return empty ? Tables.none(heading) : Tables.picture(heading, new Plot(this).svg(), table());
    }

    private DataTable table() {
        TreeSet<BigDecimal> places = new TreeSet<>();
        series.forEach(each -> each.points().forEach(point -> places.add(point.x())));
        return Tables.of(
                heading,
                axis.name(),
                series.stream().map(Series::name).toList(),
                places.stream()
                        .map(x -> Tables.row(
                                place(x),
                                series.stream()
                                        .map(each -> Tables.full(value(each, x), quantity.measure(), heading.lang()))
                                        .toList()))
                        .toList());
    }

    private static Optional<BigDecimal> value(Series line, BigDecimal x) {
        return line.points().stream()
                .filter(point -> point.x().compareTo(x) == 0)
                .reduce((first, last) -> last)
                .flatMap(Series.Point::y);
    }

    private String place(BigDecimal x) {
        if (axis instanceof Axis.Names names) {
            int place = x.intValue();
            return place >= 0 && place < names.labels().size() ? names.labels().get(place) : x.toPlainString();
        }
        return ((Axis.Values) axis).quantity().measure().full(x, heading.lang());
    }
}
