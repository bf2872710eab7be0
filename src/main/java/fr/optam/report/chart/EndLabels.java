package fr.optam.report.chart;

import fr.optam.report.html.Lang;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The names of lines, levels and areas, each beside its end and apart from the others. */
final class EndLabels {
    private static final int WIDE = 108;
    private static final int LINE = 14;
    private static final int GAP = 5;
    private static final int LEADER = 9;
    private static final int SAMPLE = 22;

    private final List<Label> labels = new ArrayList<>();

    /** A label; the place of its line, or -1 if it is of none. */
    private record Label(int line, List<String> lines, String whole, BigDecimal at) {
        int height() {
            return lines.size() * LINE + GAP;
        }
    }

    EndLabels(Curves curves) {
        Lang lang = curves.heading().lang();
        Measure measure = curves.quantity().measure();
        for (int i = 0; i < curves.series().size(); i++) {
            Series line = curves.series().get(i);
            int place = i;
            line.points().stream()
                    .filter(point -> point.y().isPresent())
                    .reduce((first, last) -> last)
                    .flatMap(Series.Point::y)
                    .ifPresent(y -> add(place, line.name(), measure.brief(y, lang), y));
        }
        for (Mark mark : curves.marks()) {
            if (mark instanceof Mark.Level level) {
                add(-1, level.label(), measure.brief(level.y(), lang), level.y());
            } else if (mark instanceof Mark.Zone zone) {
                add(-1, zone.label(), "", zone.from().or(zone::to).orElse(BigDecimal.ZERO));
            }
        }
    }

    private void add(int line, String name, String value, BigDecimal at) {
        List<String> lines = new ArrayList<>(Lettering.wrap(name, WIDE, 2));
        int last = lines.size() - 1;
        if (!value.isEmpty() && Lettering.width(lines.get(last) + " " + value) <= WIDE) {
            lines.set(last, lines.get(last) + " " + value);
        } else if (!value.isEmpty()) {
            lines.add(Lettering.cut(value, WIDE));
        }
        labels.add(new Label(line, lines, (name + " " + value).strip(), at));
    }

    /** Units across. */
    int width() {
        return LEADER
                + labels.stream()
                        .mapToInt(label -> (label.line() < 0 ? 0 : SAMPLE)
                                + label.lines().stream()
                                        .mapToInt(Lettering::bold)
                                        .max()
                                        .orElse(0))
                        .max()
                        .orElse(0);
    }

    /** Units down if all stand close below each other. */
    int height() {
        return labels.stream().mapToInt(Label::height).sum();
    }

    void draw(Svg svg, int x, Scale down) {
        List<Integer> wanted = labels.stream().map(label -> down.at(label.at())).toList();
        List<Integer> middles =
                Apart.of(wanted, labels.stream().map(Label::height).toList(), down.to() - 8, down.from() + 6);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            int middle = middles.get(i);
            if (Math.abs(middle - wanted.get(i)) > 3) {
                svg.line("leader", x + 1, wanted.get(i), x + LEADER - 2, middle);
            }
            int first = middle - (label.lines().size() - 1) * LINE / 2 + 4;
            boolean line = label.line() >= 0;
            if (line) {
                Line.sample(svg, label.line(), x + LEADER, first - 5, SAMPLE - 5);
            }
            String style = line ? "label strong" : "tick";
            Rows.lines(svg, style, x + LEADER + (line ? SAMPLE : 0), first, label.lines(), label.whole());
        }
    }
}
