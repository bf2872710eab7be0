package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Wholes as bars of their parts, each bar the whole width: what matters are the shares.
 *
 * @param heading what stands around them
 * @param category what the wholes are, {@code Année}
 * @param quantity what the sizes are
 * @param names names of the parts
 * @param rows wholes
 */
public record Stacks(Heading heading, String category, Quantity quantity, List<String> names, List<Stack> rows) {
    private static final int PATTERNS = 6;
    private static final int LINE = 19;

    /** Copies the lists; throws {@link IllegalArgumentException} if a whole has other parts than there are names. */
    public Stacks {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        for (Stack row : rows) {
            if (row.parts().size() != names.size()) {
                throw new IllegalArgumentException(row.label() + ": parts " + row.parts() + " for names " + names);
            }
        }
    }

    /** Wholes and the names of their parts. */
    public static Stacks of(Heading heading, String category, Quantity quantity, List<String> names, List<Stack> rows) {
        return new Stacks(heading, category, quantity, names, rows);
    }

    /** The picture. */
    public Picture picture() {
        return rows.isEmpty() || names.isEmpty() ? Tables.none(heading) : Tables.picture(heading, svg(), table());
    }

    private Svg svg() {
        Rows above = new Rows(0);
        int key = 8 + rows.size() * above.step();
        Svg svg = new Svg(heading.id(), Rows.WIDTH, key + names.size() * LINE + 8, heading.title(), heading.finding());
        svg.hatching(heading.id() + "-p1", "hatch");
        svg.dotted(heading.id() + "-p2", "hatch");
        svg.hatching(heading.id() + "-p4", "grey");
        int y = 0;
        for (Stack row : rows) {
            above.label(svg, y, row.label());
            Scale scale = new Scale(BigDecimal.ZERO, row.whole(), 1, Rows.WIDTH - 1);
            BigDecimal before = BigDecimal.ZERO;
            for (int i = 0; i < names.size(); i++) {
                int from = scale.at(before);
                before = before.add(row.parts().get(i));
                if (scale.at(before) > from) {
                    part(svg, i, from, above.bar(y), scale.at(before) - from, Rows.BAR);
                }
            }
            if (row.whole().signum() == 0) {
                svg.text("value", 2, above.bar(y) + 12, quantity.measure().brief(BigDecimal.ZERO, heading.lang()));
            }
            y += above.step();
        }
        for (int i = 0; i < names.size(); i++) {
            part(svg, i, 1, key + i * LINE, 18, 13);
            String words = names.get(i) + (rows.size() == 1 ? said(rows.get(0), i) : "");
            Rows.words(svg, "label", 26, key + i * LINE + 11, words, Rows.WIDTH - 30);
        }
        return svg;
    }

    private void part(Svg svg, int place, int x, int y, int width, int height) {
        int pattern = place % PATTERNS;
        if (pattern == 1 || pattern == 2 || pattern == 4) {
            svg.filled("part", heading.id() + "-p" + pattern, x, y, width, height);
        } else {
            svg.box("part p" + pattern, x, y, width, height);
        }
    }

    private String said(Stack row, int part) {
        Lang lang = heading.lang();
        String value = quantity.measure().brief(row.parts().get(part), lang);
        return lang.say("\u00A0: ", ": ")
                + value
                + (quantity.measure() == Measure.RATE ? "" : " (" + Measure.RATE.brief(share(row, part), lang) + ")");
    }

    private static BigDecimal share(Stack row, int part) {
        return row.whole().signum() == 0
                ? BigDecimal.ZERO
                : row.parts().get(part).divide(row.whole(), 4, RoundingMode.HALF_UP);
    }

    private DataTable table() {
        Lang lang = heading.lang();
        List<DataTable.Row> lines = new ArrayList<>();
        for (Stack row : rows) {
            for (int i = 0; i < names.size(); i++) {
                lines.add(Tables.row(
                        rows.size() == 1 ? names.get(i) : row.label() + lang.say("\u00A0: ", ": ") + names.get(i),
                        List.of(
                                quantity.measure().full(row.parts().get(i), lang),
                                Measure.RATE.full(share(row, i), lang))));
            }
        }
        return Tables.of(heading, category, List.of(quantity.name(), lang.say("Part", "Share")), lines);
    }
}
