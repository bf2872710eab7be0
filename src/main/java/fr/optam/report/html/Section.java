package fr.optam.report.html;

import java.util.List;

/**
 * A part of a page made of words, figures, pictures and tables; see {@link HtmlPage#of}.
 *
 * @param id its anchor
 * @param title its heading
 * @param words paragraphs
 * @param figures large figures; none if empty
 * @param pictures pictures, each followed by its figures; none if empty
 * @param tables tables
 */
public record Section(
        String id,
        String title,
        List<List<Span>> words,
        List<Figure> figures,
        List<Picture> pictures,
        List<DataTable> tables) {
    /** Copies the lists. */
    public Section {
        words = List.copyOf(words);
        figures = List.copyOf(figures);
        pictures = List.copyOf(pictures);
        tables = List.copyOf(tables);
    }

    /** A part without pictures. */
    public Section(String id, String title, List<List<Span>> words, List<Figure> figures, List<DataTable> tables) {
        this(id, title, words, figures, List.of(), tables);
    }

    /** The same with pictures, which stand between the large figures and the tables. */
    public Section with(List<Picture> drawn) {
        return new Section(id, title, words, figures, drawn, tables);
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
