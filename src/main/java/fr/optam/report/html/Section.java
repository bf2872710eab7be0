package fr.optam.report.html;

import java.util.List;

/**
 * A part of a page made of words, figures and tables; see {@link HtmlPage#of}.
 *
 * @param id its anchor
 * @param title its heading
 * @param words paragraphs
 * @param figures large figures; none if empty
 * @param tables tables
 */
public record Section(String id, String title, List<List<Span>> words, List<Figure> figures, List<DataTable> tables) {
    /** Copies the lists. */
    public Section {
        words = List.copyOf(words);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    /**
     * A large figure.
     *
     * @param value the figure as it is shown
     * @param name what it counts
     * @param tone {@code good}, {@code bad}, {@code warn}, or empty
     */
    public record Figure(String value, String name, String tone) {}
}
