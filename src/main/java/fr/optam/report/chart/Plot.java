package fr.optam.report.chart;

import fr.optam.report.html.Lang;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The drawing of curves: axes, marks, lines, and the labels at their ends. */
final class Plot {
    private static final int HEIGHT = 190;
    private static final int LANE = 16;
    private static final int STEPS = 5;
    private static final int QUARTER = 4;

    private final Curves curves;
    private final Lang lang;
    private final Ticks ticks;
    private final EndLabels labels;
    private final Moments moments;
    private final Scale across;
    private final Scale down;
    private final Svg svg;

    Plot(Curves curves) {
        this.curves = curves;
        this.lang = curves.heading().lang();
        this.ticks = ticks(curves);
        Measure measure = curves.quantity().measure();
        int left = 8
                + ticks.at().stream()
                        .mapToInt(tick -> Lettering.width(measure.tick(tick, lang)))
                        .max()
                        .orElse(0);
        this.labels = new EndLabels(curves);
        int right = Rows.WIDTH - labels.width() - 14;
        this.across = AcrossAxis.scale(curves, left + 8, Math.max(right, left + 60));
        this.moments = new Moments(curves.marks(), across);
        int top = 24 + moments.lanes() * LANE;
        int floor = top + Math.max(HEIGHT, labels.height());
        this.down = new Scale(ticks.low(), ticks.high(), floor, top);
        this.svg = new Svg(
                curves.heading().id(),
                Rows.WIDTH,
                floor + 42,
                curves.heading().title(),
                curves.heading().finding());
    }

    /** Round values around all that is drawn; from zero on, unless all lies close together far from it. */
    private static Ticks ticks(Curves curves) {
        List<BigDecimal> all = new ArrayList<>();
        curves.series().forEach(each -> each.points().forEach(point -> point.y().ifPresent(all::add)));
        for (Mark mark : curves.marks()) {
            if (mark instanceof Mark.Level level) {
                all.add(level.y());
            } else if (mark instanceof Mark.Zone zone) {
                Stream.concat(zone.from().stream(), zone.to().stream()).forEach(all::add);
            }
        }
        BigDecimal low = all.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal high = all.stream().max(BigDecimal::compareTo).orElseThrow();
        BigDecimal span = high.subtract(low);
        boolean far = span.signum() > 0
                && span.multiply(BigDecimal.valueOf(QUARTER))
                                .compareTo(low.abs().max(high.abs()))
                        < 0;
        if (!far) {
            low = low.min(BigDecimal.ZERO);
            high = high.max(BigDecimal.ZERO);
        }
        return Ticks.between(low, high, STEPS, curves.quantity().measure() == Measure.COUNT);
    }

    Svg svg() {
        zones();
        Measure measure = curves.quantity().measure();
        int base = across.from() - 8;
        for (BigDecimal tick : ticks.at()) {
            int y = down.at(tick);
            svg.line(tick.signum() == 0 ? "axis" : "grid", base, y, across.to() + 6, y);
            svg.text("tick end", base - 5, y + 4, measure.tick(tick, lang));
        }
        Rows.words(svg, "tick", 2, 12, curves.quantity().name() + start(), Rows.WIDTH - 4);
        new AcrossAxis(curves, across, down.from()).draw(svg);
        moments.draw(svg, down);
        for (Mark mark : curves.marks()) {
            if (mark instanceof Mark.Level level) {
                svg.line("level", base, down.at(level.y()), across.to() + 6, down.at(level.y()));
            }
        }
        for (int i = 0; i < curves.series().size(); i++) {
            new Line(curves.series().get(i), i).draw(svg, across, down);
        }
        labels.draw(svg, across.to() + 6, down);
        return svg;
    }

    /** What has to be said of an axis that does not hold zero. */
    private String start() {
        if (ticks.low().signum() <= 0 && ticks.high().signum() >= 0) {
            return "";
        }
        String from = curves.quantity().measure().tick(ticks.low(), lang);
        return lang.say(" (l’axe commence à " + from + ")", " (the axis starts at " + from + ")");
    }

    private void zones() {
        String name = curves.heading().id() + "-z";
        if (curves.marks().stream().anyMatch(Mark.Zone.class::isInstance)) {
            svg.hatching(name, "zone");
        }
        for (Mark mark : curves.marks()) {
            if (mark instanceof Mark.Zone zone) {
                int top = zone.to().map(down::at).orElse(down.to());
                int bottom =
                        Optional.of(zone).flatMap(Mark.Zone::from).map(down::at).orElse(down.from());
                if (bottom > top) {
                    svg.filled("zone", name, across.from() - 8, top, across.to() - across.from() + 14, bottom - top);
                }
            }
        }
    }
}
