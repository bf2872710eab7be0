package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Diverging bars: what groups gain to the right of zero, what they lose to the left.
 *
 * @param heading what stands around them
 * @param category what the labels are, {@code Spécialité}
 * @param measure unit of what is gained and lost
 * @param rows groups, in their order
 * @param most how many are drawn: those with the longest bars, the others stand in the table only
 */
public record Balances(Heading heading, String category, Measure measure, List<Balance> rows, int most) {
    private static final Rows ABOVE = new Rows(0);
    private static final int HEAD = 22;

    /** Copies the list. */
    public Balances {
        rows = List.copyOf(rows);
    }

    /** All groups. */
    public static Balances of(Heading heading, String category, Measure measure, List<Balance> rows) {
        return new Balances(heading, category, measure, rows, Integer.MAX_VALUE);
    }

    /** The same with so many groups drawn at the most. */
    public Balances most(int drawn) {
        return new Balances(heading, category, measure, rows, drawn);
    }

    /** The picture. */
    public Picture picture() {
        return rows.isEmpty() ? Tables.none(heading) : Tables.picture(heading, svg(), table());
    }

    private Svg svg() {
        Lang lang = heading.lang();
        List<Balance> drawn = Longest.of(rows, most, Balance::length);
        Optional<String> rest = Longest.rest(rows.size() - drawn.size(), lang);
        int foot = HEAD + drawn.size() * ABOVE.step();
        Svg svg = new Svg(
                heading.id(), Rows.WIDTH, foot + (rest.isPresent() ? 22 : 6), heading.title(), heading.finding());
        svg.hatching(heading.id() + "-h", "gain");
        Scale scale = scale(drawn);
        int zero = scale.at(BigDecimal.ZERO);
        String less = "← " + lang.say("perdu", "lost");
        String more = lang.say("gagné", "gained") + " →";
        int edge = Math.max(Lettering.width(less) + 8, Math.min(Rows.WIDTH - Lettering.width(more) - 8, zero));
        svg.text("tick end", edge - 5, 13, less);
        svg.text("tick", edge + 5, 13, more);
        int y = HEAD;
        for (Balance row : drawn) {
            ABOVE.label(svg, y, row.label());
            bars(svg, row, scale, ABOVE.bar(y));
            svg.line("axis", zero, ABOVE.bar(y) - 1, zero, ABOVE.bar(y) + Rows.BAR + 3);
            y += ABOVE.step();
        }
        rest.ifPresent(words -> svg.text("tick", 2, foot + 15, words));
        return svg;
    }

    private void bars(Svg svg, Balance row, Scale scale, int y) {
        int zero = scale.at(BigDecimal.ZERO);
        BigDecimal gained = row.gained().orElse(BigDecimal.ZERO);
        BigDecimal lost = row.lost().orElse(BigDecimal.ZERO);
        int right = scale.at(gained);
        int left = scale.at(lost.negate());
        if (right > zero) {
            svg.filled("gain", heading.id() + "-h", zero, y, right - zero, Rows.BAR);
        }
        if (left < zero) {
            svg.box("fill lost", left, y, zero - left, Rows.BAR);
        }
        if (row.net().isEmpty()) {
            svg.text("value", zero + 5, y + 12, row.instead());
        } else {
            if (gained.signum() > 0 || lost.signum() == 0) {
                svg.text("value", right + 5, y + 12, measure.signed(gained, heading.lang()));
            }
            if (lost.signum() > 0) {
                svg.text("value end", left - 5, y + 12, measure.signed(lost.negate(), heading.lang()));
            }
        }
    }

    private Scale scale(List<Balance> drawn) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        int left = 0;
        int right = 0;
        for (Balance row : drawn) {
            BigDecimal gained = row.gained().orElse(BigDecimal.ZERO);
            BigDecimal lost = row.lost().orElse(BigDecimal.ZERO);
            low = low.min(lost.negate());
            high = high.max(gained);
            left = Math.max(
                    left, lost.signum() > 0 ? Lettering.bold(measure.signed(lost.negate(), heading.lang())) : 0);
            right = Math.max(
                    right,
                    Lettering.bold(row.net().isEmpty() ? row.instead() : measure.signed(gained, heading.lang())));
        }
        return new Scale(low, high, 8 + left, Math.max(Rows.WIDTH - 8 - right, 48 + left));
    }

    private DataTable table() {
        Lang lang = heading.lang();
        return Tables.of(
                heading,
                category,
                List.of(lang.say("Gagné", "Gained"), lang.say("Perdu", "Lost"), lang.say("Solde", "Balance")),
                rows.stream()
                        .map(row -> Tables.row(
                                row.label(),
                                List.of(
                                        row.gained()
                                                .map(v -> measure.full(v, lang))
                                                .orElse(row.instead()),
                                        row.lost()
                                                .map(v -> measure.full(v, lang))
                                                .orElse(row.instead()),
                                        row.net()
                                                .map(v -> measure.full(v, lang))
                                                .orElse(row.instead()))))
                        .toList());
    }
}
