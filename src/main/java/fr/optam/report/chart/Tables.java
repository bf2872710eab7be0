package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of a picture. */
final class Tables {
    private static final String NONE = "–";

    private Tables() {}

    static DataTable of(Heading heading, String category, List<String> columns, List<Row> rows) {
        List<Head> heads = new ArrayList<>(List.of(Head.of(category)));
        columns.forEach(column -> heads.add(Head.of(column, "number")));
        return DataTable.of(heading.id() + "-table", heading.title(), "plain", heads, rows);
    }

    static Row row(String label, List<String> values) {
        List<List<Span>> cells = new ArrayList<>(List.of(List.of(Span.text(label))));
        values.forEach(value -> cells.add(List.of(Span.text(value))));
        return Row.of(cells);
    }

    /** A value in full, a dash if there is none. */
    static String full(Optional<BigDecimal> value, Measure measure, Lang lang) {
        return value.map(each -> measure.full(each, lang)).orElse(NONE);
    }

    /** The picture with its figures. */
    static Picture picture(Heading heading, Svg svg, DataTable table) {
        return new Picture(heading.id(), heading.title(), svg.toString(), heading.finding(), List.of(table));
    }

    /** What stands where there is nothing to draw. */
    static Picture none(Heading heading) {
        String words = heading.finding().isBlank()
                ? heading.lang().say("Il n’y a rien à montrer.", "There is nothing to show.")
                : heading.finding();
        return Picture.none(heading.id(), heading.title(), words);
    }
}
