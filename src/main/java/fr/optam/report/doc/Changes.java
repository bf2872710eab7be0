package fr.optam.report.doc;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;

/** The changelog of the rulebook: headings, paragraphs and tables of its Markdown; all else is shown as written. */
final class Changes {
    private Changes() {}

    /**
     * A piece of the changelog.
     *
     * @param heading a heading, or empty
     * @param words a paragraph, or none
     * @param table tables, at most one
     */
    public record Part(String heading, List<Span> words, List<DataTable> table) {}

    static List<Part> of(Book book, String markdown) {
        List<Part> parts = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (String line : (markdown + "\n\n").lines().toList()) {
            boolean inTable = line.startsWith("|");
            if (!inTable && !cells.isEmpty()) {
                parts.add(new Part("", List.of(), List.of(table(book, cells, parts.size()))));
                cells = new ArrayList<>();
            }
            if ((line.isBlank() || line.startsWith("#") || inTable) && !paragraph.isEmpty()) {
                parts.add(new Part("", spans(String.join(" ", paragraph)), List.of()));
                paragraph.clear();
            }
            if (line.startsWith("#")) {
                parts.add(new Part(line.replaceFirst("^#+ *", ""), List.of(), List.of()));
            } else if (inTable) {
                if (!line.matches("[|: -]+")) {
                    cells.add(cells(line));
                }
            } else if (!line.isBlank()) {
                paragraph.add(line.strip());
            }
        }
        return parts;
    }

    private static List<String> cells(String line) {
        List<String> all = new ArrayList<>();
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
            all.add(cell.strip().replace("\\|", "|"));
        }
        return all;
    }

    private static DataTable table(Book book, List<List<String>> cells, int number) {
        List<Head> heads = cells.get(0).stream().map(Head::of).toList();
        List<Row> rows = new ArrayList<>();
        for (List<String> line : cells.subList(1, cells.size())) {
            List<List<Span>> row = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                row.add(i < line.size() ? spans(line.get(i)) : List.of());
            }
            rows.add(Row.of(row));
        }
        return DataTable.of(
                book.claim("modifications-" + number), book.say("Modifications", "Changes"), "stack", heads, rows);
    }

    /** Text with {@code `code`}. */
    private static List<Span> spans(String text) {
        List<Span> all = new ArrayList<>();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                all.add(i % 2 == 1 ? Span.code(parts[i]) : Span.text(parts[i]));
            }
        }
        return all;
    }
}
