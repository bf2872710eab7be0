package fr.optam.report.chart;

import fr.optam.report.html.Svg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines up at places of the axis, their names above the plot, in as many lanes as they need. */
final class Moments {
    private final List<Placed> placed = new ArrayList<>();
    private int lanes;

    private record Placed(String words, String whole, int x, int middle, int lane) {}

    Moments(List<Mark> marks, Scale across) {
        List<Integer> free = new ArrayList<>();
        marks.stream()
                .filter(Mark.Moment.class::isInstance)
                .map(Mark.Moment.class::cast)
                .sorted(Comparator.comparing(Mark.Moment::x))
                .forEach(moment -> {
                    String words = Lettering.cut(moment.label(), Rows.WIDTH / 2);
                    int half = Lettering.half(words);
                    int x = across.at(moment.x());
                    int middle = Lettering.middle(words, x);
                    int lane = 0;
                    while (lane < free.size() && free.get(lane) > middle - half) {
                        lane++;
                    }
                    if (lane == free.size()) {
                        free.add(0);
                    }
                    free.set(lane, middle + half + 8);
                    placed.add(new Placed(words, moment.label(), x, middle, lane));
                });
        lanes = free.size();
    }

    int lanes() {
        return lanes;
    }

    void draw(Svg svg, Scale down) {
        for (Placed each : placed) {
            int y = down.to() - 10 - each.lane() * 16;
            svg.line("you", each.x(), y + 3, each.x(), down.from());
        }
        for (Placed each : placed) {
            int y = down.to() - 10 - each.lane() * 16;
            if (each.words().equals(each.whole())) {
                svg.text("tick middle halo", each.middle(), y, each.words());
            } else {
                svg.text("tick middle halo", each.middle(), y, each.words(), each.whole());
            }
        }
    }
}
