package fr.optam.report.doc;

import fr.optam.report.html.Span;
import fr.optam.rulebook.table.Citation;
import java.util.ArrayList;
import java.util.List;

/** What stands behind a rule or row, in words. */
final class Citations {
    private final Book book;

    Citations(Book book) {
        this.book = book;
    }

    /** Confidence, sources and passage. */
    List<Span> of(Citation citation) {
        List<Span> all = new ArrayList<>();
        all.add(Span.confidence(citation.confidence()));
        all.add(Span.text(" "));
        String between = "";
        for (String source : citation.sources()) {
            all.add(Span.text(between));
            all.add(book.source(source));
            between = ", ";
        }
        if (!citation.article().isEmpty()) {
            all.add(Span.text(" "));
            all.add(book.french(citation.article(), true));
        }
        return all;
    }

    /** The remark of a row; nothing if it has none. */
    List<Span> note(Citation citation) {
        return citation.note().isEmpty() ? List.of() : List.of(book.french(citation.note(), false));
    }
}
