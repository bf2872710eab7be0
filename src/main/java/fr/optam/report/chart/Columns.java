package fr.optam.report.chart;

import fr.optam.report.html.Lang;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The drawing of a distribution. */
final class Columns {
    private static final int FLOOR = 214;
    private static final int STEPS = 4;
    private static final int SWATCH = 24;

    private final Distribution distribution;
    private final Lang lang;
    private final List<Bin> bins;
    private final boolean two;
    private final Scale down;
    private final Ticks ticks;
    private final int left;

    Columns(Distribution distribution) {
        this.distribution = distribution;
        this.lang = distribution.heading().lang();
        this.bins = distribution.bins();
        this.two = distribution.names().size() == 2;
        BigDecimal high = bins.stream()
                .flatMap(bin -> bin.counts().stream())
                .flatMap(Optional::stream)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        this.ticks = Ticks.between(BigDecimal.ZERO, high, STEPS, true);
        this.down = new Scale(ticks.low(), ticks.high(), FLOOR, two ? 48 : 28);
        this.left = 10
                + ticks.at().stream()
                        .mapToInt(tick -> Lettering.width(Measure.COUNT.tick(tick, lang)))
                        .max()
                        .orElse(0);
    }

    Svg svg() {
        Heading heading = distribution.heading();
        Svg svg = new Svg(heading.id(), Rows.WIDTH, FLOOR + 42, heading.title(), heading.finding());
        svg.hatching(heading.id() + "-h", "hatch");
        int right = Rows.WIDTH - 6;
        Rows.words(svg, "tick", 2, 12, distribution.counted(), two ? 94 : Rows.WIDTH - 4);
        for (BigDecimal tick : ticks.at()) {
            svg.line(tick.signum() == 0 ? "axis" : "grid", left, down.at(tick), right, down.at(tick));
            svg.text("tick end", left - 5, down.at(tick) + 4, Measure.COUNT.tick(tick, lang));
        }
        int last = distribution.names().size() - 1;
        StringBuilder outline = new StringBuilder(left + "," + FLOOR);
        for (int i = 0; i < bins.size(); i++) {
            int from = edge(i);
            int to = edge(i + 1);
            int top = bins.get(i).counts().get(last).map(down::at).orElse(FLOOR);
            if (top < FLOOR) {
                svg.filled("here", heading.id() + "-h", from, top, to - from, FLOOR - top);
            }
            int before = bins.get(i).counts().get(0).map(down::at).orElse(FLOOR);
            outline.append(" ").append(from).append(',').append(before);
            outline.append(" ").append(to).append(',').append(before);
        }
        if (two) {
            svg.path("outline", outline + " " + right + "," + FLOOR);
            key(svg);
        }
        edges(svg);
        Rows.words(svg, "tick end", right, FLOOR + 36, distribution.quantity().name(), Rows.WIDTH - 10);
        return svg;
    }

    private int edge(int place) {
        return left + (Rows.WIDTH - 6 - left) * place / bins.size();
    }

    private void key(Svg svg) {
        String before = Lettering.cut(distribution.names().get(0), 110);
        String after = Lettering.cut(distribution.names().get(1), 110);
        int x = Rows.WIDTH - 6 - Lettering.width(before) - Lettering.width(after) - 2 * SWATCH - 24;
        svg.path("outline", x + ",14 " + x + ",4 " + (x + 18) + ",4 " + (x + 18) + ",14");
        Rows.words(svg, "label", x + SWATCH, 13, distribution.names().get(0), 110);
        int second = x + SWATCH + Lettering.width(before) + 20;
        svg.filled("here", distribution.heading().id() + "-h", second, 3, 18, 11);
        Rows.words(svg, "label", second + SWATCH, 13, distribution.names().get(1), 110);
    }

    private void edges(Svg svg) {
        Measure measure = distribution.quantity().measure();
        List<Optional<BigDecimal>> values = new ArrayList<>();
        bins.forEach(bin -> values.add(bin.from()));
        values.add(bins.get(bins.size() - 1).to());
        int free = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                String words = Lettering.cut(measure.tick(values.get(i).get(), lang), 120);
                int half = Lettering.half(words);
                int middle = Lettering.middle(words, edge(i));
                svg.line("axis", edge(i), FLOOR, edge(i), FLOOR + 4);
                if (middle - half >= free) {
                    svg.text("tick middle", middle, FLOOR + 18, words);
                    free = middle + half + 6;
                }
            }
        }
    }
}
