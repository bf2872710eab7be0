package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Values before and after: an open dot, an arrow, a full dot.
 *
 * @param heading what stands around them
 * @param category what the labels are
 * @param quantity what the values are
 * @param before name of the open dots
 * @param after name of the full dots
 * @param rows values, in their order
 * @param most how many are drawn: those that change most, the others stand in the table only
 */
public record Dumbbells(
        Heading heading,
        String category,
        Quantity quantity,
        String before,
        String after,
        List<Dumbbell> rows,
        int most) {
    private static final Rows ABOVE = new Rows(0);
    private static final int HEAD = 26;

    /** Copies the list. */
    public Dumbbells {
        rows = List.copyOf(rows);
    }

    /** All values. */
    public static Dumbbells of(
            Heading heading, String category, Quantity quantity, String before, String after, List<Dumbbell> rows) {
        return new Dumbbells(heading, category, quantity, before, after, rows, Integer.MAX_VALUE);
    }

    /** The same with so many drawn at the most. */
    public Dumbbells most(int drawn) {
        return new Dumbbells(heading, category, quantity, before, after, rows, drawn);
    }

    /** The picture. */
    public Picture picture() {
        return rows.isEmpty() ? Tables.none(heading) : Tables.picture(heading, svg(), table());
    }

    private Svg svg() {
        List<Dumbbell> drawn = Longest.of(rows, most, row -> row.after().subtract(row.before()));
        Optional<String> rest = Longest.rest(rows.size() - drawn.size(), heading.lang());
        int foot = HEAD + drawn.size() * ABOVE.step();
        Svg svg = new Svg(
                heading.id(), Rows.WIDTH, foot + (rest.isPresent() ? 22 : 6), heading.title(), heading.finding());
        String first = Lettering.cut(before, 150);
        svg.dot("marker d0 open", 8, 10, 5);
        Rows.words(svg, "tick", 18, 14, before, 150);
        int second = 18 + Lettering.width(first) + 26;
        svg.dot("marker d0", second, 10, 5);
        Rows.words(svg, "tick", second + 10, 14, after, 150);
        Scale scale = scale(drawn);
        int y = HEAD;
        for (Dumbbell row : drawn) {
            ABOVE.label(svg, y, row.label());
            dumbbell(svg, row, scale, ABOVE.bar(y) + Rows.BAR / 2);
            y += ABOVE.step();
        }
        rest.ifPresent(words -> svg.text("tick", 2, foot + 15, words));
        return svg;
    }

    private void dumbbell(Svg svg, Dumbbell row, Scale scale, int y) {
        int from = scale.at(row.before());
        int to = scale.at(row.after());
        svg.line("grid", scale.from(), y, scale.to(), y);
        if (row.still()) {
            svg.dot("marker d0", to, y, 5).dot("marker d0 open", to, y, 8);
            svg.text("value", to + 12, y + 5, brief(row.after()));
            return;
        }
        boolean up = row.after().compareTo(row.before()) > 0;
        svg.line("way", from, y, to, y);
        if (Math.abs(to - from) > 22) {
            int tip = up ? to - 7 : to + 7;
            int back = up ? tip - 7 : tip + 7;
            svg.path("head", tip + "," + y + " " + back + "," + (y - 4) + " " + back + "," + (y + 4));
        }
        svg.dot("marker d0 open", from, y, 5).dot("marker d0", to, y, 5);
        svg.text(up ? "value end" : "value", up ? from - 9 : from + 9, y + 5, brief(row.before()));
        svg.text(up ? "value" : "value end", up ? to + 9 : to - 9, y + 5, brief(row.after()));
    }

    private Scale scale(List<Dumbbell> drawn) {
        BigDecimal low = drawn.get(0).before();
        BigDecimal high = low;
        int wide = 0;
        for (Dumbbell row : drawn) {
            low = low.min(row.before()).min(row.after());
            high = high.max(row.before()).max(row.after());
            wide = Math.max(wide, Math.max(Lettering.bold(brief(row.before())), Lettering.bold(brief(row.after()))));
        }
        int side = Math.min(wide + 14, 170);
        return new Scale(low, high, side, Rows.WIDTH - side);
    }

    private String brief(BigDecimal value) {
        return quantity.measure().brief(value, heading.lang());
    }

    private DataTable table() {
        Lang lang = heading.lang();
        Measure measure = quantity.measure();
        Measure change = measure == Measure.RATE ? Measure.POINTS : measure;
        return Tables.of(
                heading,
                category,
                List.of(before, after, lang.say("Écart", "Change")),
                rows.stream()
                        .map(row -> Tables.row(
                                row.label(),
                                List.of(
                                        measure.full(row.before(), lang),
                                        measure.full(row.after(), lang),
                                        change.full(difference(row), lang))))
                        .toList());
    }

    private BigDecimal difference(Dumbbell row) {
        BigDecimal difference = row.after().subtract(row.before());
        return quantity.measure() == Measure.RATE ? difference.movePointRight(2) : difference;
    }
}
