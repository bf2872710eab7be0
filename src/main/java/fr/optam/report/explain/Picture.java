package fr.optam.report.explain;

import fr.optam.report.html.DataTable;
import java.util.List;

/**
 * A picture of the page with its figures as a table.
 *
 * @param id its anchor
 * @param title what it is
 * @param svg the picture; empty if facts are missing for it
 * @param words what it shows, or why there is none
 * @param tables its figures
 */
record Picture(String id, String title, String svg, String words, List<DataTable> tables) {
    Picture {
        tables = List.copyOf(tables);
    }

    /** A picture that can't be drawn. */
    static Picture none(String id, String title, String why) {
        return new Picture(id, title, "", why, List.of());
    }
}
