package fr.optam.report.ahead;

import java.util.List;

/**
 * A part of what is told.
 *
 * @param id its anchor
 * @param title its heading
 * @param said paragraphs
 * @param sheets tables
 */
record Chapter(String id, String title, List<String> said, List<Sheet> sheets) {
    Chapter {
        said = List.copyOf(said);
        sheets = List.copyOf(sheets);
    }

    boolean isEmpty() {
        return said.isEmpty() && sheets.isEmpty();
    }

    /**
     * A table.
     *
     * @param id its anchor
     * @param caption what it shows
     * @param heads heads of its columns
     * @param figures number of columns at the end that hold figures
     * @param rows cells, one for each head
     */
    record Sheet(String id, String caption, List<String> heads, int figures, List<Line> rows) {
        Sheet {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** A row. @param tone {@code good}, {@code bad}, {@code warn}, or empty */
    record Line(String tone, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        static Line of(String... cells) {
            return new Line("", List.of(cells));
        }
    }
}
