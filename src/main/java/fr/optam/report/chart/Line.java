package fr.optam.report.chart;

import fr.optam.report.html.Svg;
import java.util.ArrayList;
import java.util.List;

/** One line of a plot: told from the others by its dashes and its markers. */
final class Line {
    private static final int DASHES = 6;
    private static final int SHAPES = 5;
    private static final int MARKED = 24;

    private final Series series;
    private final int dash;
    private final int shape;

    /** @param place which of the lines it is */
    Line(Series series, int place) {
        this.series = series;
        this.dash = place % DASHES;
        this.shape = (place + place / DASHES) % SHAPES;
    }

    void draw(Svg svg, Scale across, Scale down) {
        List<int[]> run = new ArrayList<>();
        List<int[]> all = new ArrayList<>();
        for (Series.Point point : series.points()) {
            if (point.y().isPresent()) {
                int[] at = {across.at(point.x()), down.at(point.y().get())};
                if (series.steps() && !run.isEmpty()) {
                    run.add(new int[] {at[0], run.get(run.size() - 1)[1]});
                }
                run.add(at);
                all.add(at);
            } else {
                path(svg, run);
                run.clear();
            }
        }
        path(svg, run);
        int every = Math.max(1, (all.size() + MARKED - 1) / MARKED);
        for (int i = 0; i < all.size(); i++) {
            if (i % every == 0 || i == all.size() - 1) {
                marker(svg, all.get(i)[0], all.get(i)[1]);
            }
        }
    }

    /** A piece of the line of a place, from x on, as a key to it. */
    static void sample(Svg svg, int place, int x, int y, int width) {
        Line line = new Line(new Series("", List.of(), false), place);
        line.path(svg, List.of(new int[] {x, y}, new int[] {x + width, y}));
        line.marker(svg, x + width / 2, y);
    }

    private void path(Svg svg, List<int[]> run) {
        if (run.size() > 1) {
            svg.path(
                    "curve d" + dash,
                    String.join(" ", run.stream().map(at -> at[0] + "," + at[1]).toList()));
        }
    }

    private void marker(Svg svg, int x, int y) {
        String style = "marker d" + dash;
        switch (shape) {
            case 0 -> svg.dot(style, x, y, 3);
            case 1 -> svg.box(style + " open", x - 3, y - 3, 6, 6);
            case 2 ->
                svg.path(style, x + "," + (y - 5) + " " + (x + 4) + "," + (y + 3) + " " + (x - 4) + "," + (y + 3));
            case 3 -> svg.dot(style + " open", x, y, 4);
            default ->
                svg.path(
                        style,
                        x + "," + (y - 5) + " " + (x + 5) + "," + y + " " + x + "," + (y + 5) + " " + (x - 5) + ","
                                + y);
        }
    }
}
