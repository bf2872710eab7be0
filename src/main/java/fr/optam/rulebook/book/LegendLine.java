package fr.optam.rulebook.book;

/**
 * One line of a legend.
 *
 * @param colour fill of its first cell
 * @param text what it says
 * @param target cell that a click leads to, {@code Table!C7}; empty if none
 */
public record LegendLine(Colour colour, String text, String target) {

    /** A line that leads nowhere. */
    public static LegendLine of(Colour colour, String text) {
        return new LegendLine(colour, text, "");
    }

    /** A line of words alone. */
    public static LegendLine of(String text) {
        return of(Colour.NONE, text);
    }
}
