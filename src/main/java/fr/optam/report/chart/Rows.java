package fr.optam.report.chart;

import fr.optam.report.html.Svg;
import java.util.List;

/**
 * Rows of a picture, each with its label: to the left of what is drawn if labels are short, above it if not.
 *
 * @param left units that labels take on the left; none if they stand above
 */
record Rows(int left) {
    static final int WIDTH = 400;
    static final int BAR = 15;

    /** Units from a row to the next. */
    int step() {
        return left > 0 ? 26 : 42;
    }

    /** Where the bar of a row begins, which itself begins at y. */
    int bar(int y) {
        return left > 0 ? y + 5 : y + 20;
    }

    void label(Svg svg, int y, String label) {
        words(svg, "label", 2, left > 0 ? y + 17 : y + 15, label, left > 0 ? left - 8 : WIDTH - 4);
    }

    /** Words no wider than that; if they are cut, they show whole when they are pointed at. */
    static void words(Svg svg, String style, int x, int y, String whole, int width) {
        words(svg, style, x, y, Lettering.cut(whole, width), whole);
    }

    private static void words(Svg svg, String style, int x, int y, String shown, String whole) {
        if (shown.equals(whole)) {
            svg.text(style, x, y, whole);
        } else {
            svg.text(style, x, y, shown, whole);
        }
    }

    /** The same in the middle of x, or as near to it as the edge of the picture lets them. */
    static void middle(Svg svg, String style, int x, int y, String whole, int width) {
        String shown = Lettering.cut(whole, width);
        words(svg, style, Lettering.middle(shown, x), y, shown, whole);
    }

    /** Lines of words below each other, the first of them at y. */
    static void lines(Svg svg, String style, int x, int y, List<String> lines, String whole) {
        for (int i = 0; i < lines.size(); i++) {
            if (String.join(" ", lines).equals(whole)) {
                svg.text(style, x, y + i * 14, lines.get(i));
            } else {
                svg.text(style, x, y + i * 14, lines.get(i), whole);
            }
        }
    }
}
