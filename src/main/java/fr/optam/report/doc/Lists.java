package fr.optam.report.doc;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A list of parameters, codes or words as a table of the document. */
final class Lists {
    private static final Set<String> CITATION = Set.of("from", "to", "source", "article", "confidence", "note");
    private static final int FEW = 5;

    private final Book book;
    private final Shown shown;
    private final Citations citations;

    Lists(Book book) {
        this.book = book;
        this.shown = new Shown(book.lang());
        this.citations = new Citations(book);
    }

    DataTable of(PlainTable list) {
        List<Column> columns = list.columns().stream().filter(Lists::isContent).toList();
        List<Head> heads = new ArrayList<>();
        heads.add(Head.of(book.say("Ligne", "Row"), "mark"));
        columns.forEach(c -> heads.add(head(c)));
        heads.add(Head.of(book.say("En vigueur", "In force"), "when"));
        heads.add(Head.of(book.say("Fondement", "Grounds")));
        List<Row> rows = new ArrayList<>();
        for (PlainRow row : list.rows()) {
            rows.add(row(row, columns));
        }
        return DataTable.of(
                book.claim("grille-" + list.name()),
                book.say("Lignes de la liste ", "Rows of the list ") + book.tableTitle(list.name()),
                columns.size() <= FEW ? "stack" : "wide",
                heads,
                rows);
    }

    /** Whether a column says something of its own, and not where the row comes from. */
    static boolean isContent(Column column) {
        return column.type() != ColumnType.ID && !CITATION.contains(column.name());
    }

    private Head head(Column column) {
        String tone =
                switch (column.type()) {
                    case RATE, MONEY, POINTS, INT -> "number";
                    case TEXT -> column.name().equals("label") ? "" : "long";
                    default -> "";
                };
        return new Head(
                book.say(column.header(), Names.spaced(column.name())), List.of(Span.code(column.name())), tone);
    }

    private Row row(PlainRow row, List<Column> columns) {
        List<List<Span>> cells = new ArrayList<>();
        cells.add(List.of(Span.code(row.id())));
        for (Column column : columns) {
            Object value = row.values().get(column.name());
            cells.add(
                    value == null
                            ? List.of(Span.soft("–"), Span.hidden(book.say(" vide", " empty")))
                            : cell(row, column, value));
        }
        cells.add(List.of(Span.text(shown.validity(row.citation()))));
        cells.add(citations.of(row.citation()));
        return new Row(book.claim(row.id()), "", cells, citations.note(row.citation()));
    }

    private List<Span> cell(PlainRow row, Column column, Object value) {
        String text = shown.of(value, column.type());
        return switch (column.type()) {
            case CODE -> code(row, column, text);
            case CODES -> List.of(Span.code(text));
            case TEXT ->
                column.name().equals("en")
                        ? List.of(
                                book.isFrench()
                                        ? Span.foreign(String.valueOf(value), "en")
                                        : Span.text(String.valueOf(value)))
                        : List.of(words(String.valueOf(value)));
            default -> List.of(Span.text(text));
        };
    }

    /** Words, or codes that stand close together. */
    private Span words(String text) {
        return text.indexOf(';') > 0 && text.indexOf(' ') < 0
                ? Span.code(text.replace(";", "; "))
                : book.french(text, false);
    }

    /** A code, with the words that the workbook's notes or the rulebook's labels give it, unless the row itself names it. */
    private List<Span> code(PlainRow row, Column column, String code) {
        if (column.name().equals("field")
                && book.rulebook().dictionary().field(code).isPresent()) {
            return List.of(Span.codeLink(code, book.to("champ-" + code)));
        }
        boolean named = row.values().containsKey("label") || row.values().containsKey("fr");
        String words = named ? "" : book.words(column.name(), code);
        String noted = !book.isFrench() || named
                ? ""
                : book.notes(row.table())
                        .codes()
                        .getOrDefault(column.header(), java.util.Map.of())
                        .getOrDefault(code, "");
        String said = noted.isEmpty() ? words : noted;
        return said.isEmpty() || said.equals(code)
                ? List.of(Span.code(code))
                : List.of(Span.text(said + " "), Span.code(code));
    }
}
