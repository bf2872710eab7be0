package fr.optam.report.doc;

import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of links. */
final class Links {
    private Links() {}

    /** Links to rules, rows and tables, in the order given. */
    static List<Span> rules(Book book, Collection<String> names) {
        List<Span> all = new ArrayList<>();
        for (String name : names) {
            if (!all.isEmpty()) {
                all.add(Span.text(", "));
            }
            all.add(name.indexOf('/') >= 0 ? book.table(name) : book.rule(name));
        }
        return all.isEmpty() ? List.of(Span.soft("–"), Span.hidden(book.say(" aucune", " none"))) : all;
    }
}
