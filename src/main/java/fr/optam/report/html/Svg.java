package fr.optam.report.html;

/**
 * A picture that is part of a page. Lengths are units of its own grid, whole or halves given as text; colours are classes
 * of the style sheet, so that print and high contrast can change them.
 */
public final class Svg {
    private final StringBuilder out = new StringBuilder();

    /**
     * A picture with its text alternative.
     *
     * @param id start of the ids in it, itself an {@link Anchor}
     * @param width units across
     * @param height units down
     * @param title what it is
     * @param text what it shows, in words
     */
    public Svg(String id, int width, int height, String title, String text) {
        out.append("<svg class=\"picture\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\"><title id=\"")
                .append(id)
                .append("-t\">")
                .append(SafeText.of(title))
                .append("</title><desc id=\"")
                .append(id)
                .append("-d\">")
                .append(SafeText.of(text))
                .append("</desc>");
    }

    /** A straight line. */
    public Svg line(String style, int x1, int y1, int x2, int y2) {
        return tag("line", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2).append("/>");
    }

    /** A box. */
    public Svg box(String style, int x, int y, int width, int height) {
        return tag("rect", style, "x", x, "y", y, "width", width, "height", height)
                .append("/>");
    }

    /** A dot. */
    public Svg dot(String style, int x, int y, int radius) {
        return tag("circle", style, "cx", x, "cy", y, "r", radius).append("/>");
    }

    /** A line through points, {@code 0,10 20,30}, or an area if the style fills it. */
    public Svg path(String style, String points) {
        out.append("<polyline class=\"")
                .append(style)
                .append("\" points=\"")
                .append(points)
                .append("\"/>");
        return this;
    }

    /** Words; the style {@code end} or {@code middle} says which of their places lies at x. */
    public Svg text(String style, int x, int y, String words) {
        return tag("text", style, "x", x, "y", y)
                .append(">" + SafeText.of(words))
                .append("</text>");
    }

    /** Words that stand for longer ones, which show when they are pointed at. */
    public Svg text(String style, int x, int y, String words, String whole) {
        return tag("text", style, "x", x, "y", y)
                .append("><title>" + SafeText.of(whole) + "</title>" + SafeText.of(words))
                .append("</text>");
    }

    /** A field of dots, which shows without colour; named as {@link #hatching} is. */
    public Svg dotted(String name, String style) {
        return append("<defs><pattern id=\"" + name
                + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect class=\"" + style
                + " ground\" width=\"6\" height=\"6\"/><circle class=\"" + style
                + "\" cx=\"3\" cy=\"3\" r=\"1\"/></pattern></defs>");
    }

    /** A field of hatching, which shows without colour; name it in a style as {@code fill:url(#name)}. */
    public Svg hatching(String name, String style) {
        return append("<defs><pattern id=\"" + name
                + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\""
                + style + " ground\" width=\"6\" height=\"6\"/><line class=\"" + style
                + "\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>");
    }

    /** A box filled with a pattern. */
    public Svg filled(String style, String pattern, int x, int y, int width, int height) {
        return tag("rect", style, "x", x, "y", y, "width", width, "height", height)
                .append(" fill=\"url(#" + pattern + ")\"/>");
    }

    private Svg tag(String name, String style, Object... attributes) {
        out.append('<').append(name).append(" class=\"").append(style).append('"');
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(attributes[i + 1])
                    .append('"');
        }
        return this;
    }

    private Svg append(String text) {
        out.append(text);
        return this;
    }

    /** The element. */
    @Override
    public String toString() {
        return out + "</svg>";
    }
}
