package fr.optam.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture of a page with what it shows in words and its figures as a table.
 *
 * @param id its anchor
 * @param title what it is
 * @param svg the picture, an element made by {@link Svg}; empty if facts are missing for it or a table says it all
 * @param words what it shows, or why there is none
 * @param tables its figures
 */
public record Picture(String id, String title, String svg, String words, List<DataTable> tables) {
    private static final int SHORT = 6;

    /** Copies the list. */
    public Picture {
        tables = List.copyOf(tables);
    }

    /** A picture that can't be drawn. */
    public static Picture none(String id, String title, String why) {
        return new Picture(id, title, "", why, List.of());
    }

    /** The same with one more table of figures. */
    public Picture with(DataTable table) {
        List<DataTable> more = new ArrayList<>(tables);
        more.add(table);
        return new Picture(id, title, svg, words, more);
    }

    /** The same with other tables of figures: none if a table elsewhere in the section holds them. */
    public Picture showing(List<DataTable> others) {
        return new Picture(id, title, svg, words, others);
    }

    /** Whether its figures are so few, or so alone, that a page shows them at once. */
    public boolean shown() {
        return svg.isEmpty()
                || tables.stream().mapToInt(table -> table.rows().size()).sum() <= SHORT;
    }
}
