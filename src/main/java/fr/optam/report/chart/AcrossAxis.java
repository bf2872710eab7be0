package fr.optam.report.chart;

import fr.optam.report.html.Lang;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What lies along curves: as many of its words as have room. */
final class AcrossAxis {
    private static final int STEPS = 5;
    private static final int WIDE = 120;

    private final Curves curves;
    private final Scale scale;
    private final int floor;

    AcrossAxis(Curves curves, Scale scale, int floor) {
        this.curves = curves;
        this.scale = scale;
        this.floor = floor;
    }

    /** Places of all points and moments. */
    static Scale scale(Curves curves, int from, int to) {
        if (curves.axis() instanceof Axis.Names names && names.labels().size() > 1) {
            return new Scale(BigDecimal.ZERO, BigDecimal.valueOf(names.labels().size() - 1L), from, to);
        }
        List<BigDecimal> all = new ArrayList<>();
        curves.series().forEach(each -> each.points().forEach(point -> all.add(point.x())));
        curves.marks().forEach(mark -> {
            if (mark instanceof Mark.Moment moment) {
                all.add(moment.x());
            }
        });
        BigDecimal low = all.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal high = all.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        return low.compareTo(high) == 0
                ? new Scale(low.subtract(BigDecimal.ONE), high.add(BigDecimal.ONE), from, to)
                : new Scale(low, high, from, to);
    }

    void draw(Svg svg) {
        svg.line("axis", scale.from() - 8, floor, scale.to() + 6, floor);
        int free = 0;
        int last = Integer.MIN_VALUE;
        for (var tick : words().entrySet()) {
            int x = scale.at(tick.getKey());
            String words = Lettering.cut(tick.getValue(), WIDE);
            int half = Lettering.half(words);
            int middle = Lettering.middle(words, x);
            if (x > last) {
                svg.line("axis", x, floor, x, floor + 4);
            }
            last = x;
            if (middle - half >= free) {
                Rows.middle(svg, "tick middle", x, floor + 18, tick.getValue(), WIDE);
                free = middle + half + 6;
            }
        }
        Rows.words(svg, "tick end", scale.to() + 6, floor + 36, curves.axis().name(), scale.to());
    }

    private TreeMap<BigDecimal, String> words() {
        Lang lang = curves.heading().lang();
        TreeMap<BigDecimal, String> words = new TreeMap<>();
        if (curves.axis() instanceof Axis.Names names) {
            for (int i = 0; i < names.labels().size(); i++) {
                words.put(BigDecimal.valueOf(i), names.labels().get(i));
            }
        } else if (curves.axis() instanceof Axis.Values values) {
            Measure measure = values.quantity().measure();
            boolean whole = measure == Measure.COUNT || measure == Measure.YEAR;
            Ticks.between(scale.low(), scale.high(), STEPS, whole).at().stream()
                    .filter(at -> at.compareTo(scale.low()) >= 0 && at.compareTo(scale.high()) <= 0)
                    .forEach(at -> words.put(at, measure.tick(at, lang)));
        }
        return words;
    }
}
