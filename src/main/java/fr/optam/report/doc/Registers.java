package fr.optam.report.doc;

import fr.optam.decision.Sentence;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.table.PlainRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The registers of the document: sources, fields, sentences, each with what leads to it. */
final class Registers {
    private static final int MOST = 60;

    private final Book book;
    private final Uses uses;
    private final Shown shown;
    private final Citations citations;
    private final Map<String, String> tableOf = new TreeMap<>();

    Registers(Book book, Uses uses) {
        this.book = book;
        this.uses = uses;
        this.shown = new Shown(book.lang());
        this.citations = new Citations(book);
        book.rulebook().lists().values().forEach(l -> l.rows().forEach(r -> tableOf.put(r.id(), l.name())));
    }

    /** Sources with their references and what cites them. */
    DataTable sources() {
        List<Row> rows = new ArrayList<>();
        for (PlainRow row : book.rows("reference/sources")) {
            String id = Book.text(row, "sourceId");
            List<Span> reference = new ArrayList<>();
            reference.add(book.french(Book.text(row, "title"), false));
            reference.add(Span.lineBreak());
            for (String word : Book.text(row, "address").split("(?<=\\s)|(?=\\s)")) {
                reference.add(word.startsWith("http") ? Span.link(word, word) : book.french(word, true));
            }
            List<Span> supports = new ArrayList<>(List.of(
                    book.french(Book.text(row, "kind"), true),
                    Span.lineBreak(),
                    book.french(Book.text(row, "supports"), false)));
            rows.add(new Row(
                    book.claim("source-" + id),
                    "",
                    List.of(
                            List.of(Span.code(id), place(row.id())),
                            reference,
                            List.of(new Span("confidence", Book.text(row, "grade"), "", "", "")),
                            supports),
                    noted(
                            row,
                            List.of(book.say("Citée par", "Cited by")),
                            List.of(citing(others(uses.citing(id), row.id()))))));
        }
        return DataTable.of(
                book.claim("grille-reference/sources"),
                book.say("Registre des sources", "Register of sources"),
                "stack",
                List.of(
                        Head.of(book.say("Source", "Source"), "mark"),
                        Head.of(book.say("Référence", "Reference"), "long"),
                        Head.of(book.say("Niveau", "Grade")),
                        Head.of(book.say("Nature et appui", "Kind and what it supports"), "long")),
                rows);
    }

    /** The register cites each source for itself, which says nothing. */
    private static Set<String> others(Set<String> ids, String own) {
        Set<String> others = new LinkedHashSet<>(ids);
        others.remove(own);
        return others;
    }

    /** Rows one by one, but for a list that cites the source in most of its rows. */
    private List<Span> citing(Set<String> ids) {
        Map<String, List<String>> byTable = new LinkedHashMap<>();
        ids.forEach(id -> byTable.computeIfAbsent(tableOf.getOrDefault(id, ""), t -> new ArrayList<>())
                .add(id));
        List<Span> all = new ArrayList<>();
        byTable.forEach((table, rows) -> {
            if (!all.isEmpty()) {
                all.add(Span.text(", "));
            }
            if (!table.isEmpty() && rows.size() > MOST) {
                all.add(book.table(table));
                all.add(Span.text(book.say(" (", " (") + rows.size() + book.say(" lignes)", " rows)")));
            } else {
                all.addAll(Links.rules(book, rows));
            }
        });
        return all.isEmpty() ? Links.rules(book, List.of()) : all;
    }

    /** What leads to a row, each on a line of its own below it, then its remark. */
    private List<Span> noted(PlainRow row, List<String> names, List<List<Span>> links) {
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                all.add(Span.lineBreak());
            }
            all.add(Span.strong(names.get(i)));
            all.add(Span.text(book.say("\u00A0: ", ": ")));
            all.addAll(links.get(i));
        }
        for (Span remark : citations.note(row.citation())) {
            all.add(Span.lineBreak());
            all.add(remark);
        }
        return all;
    }

    private Span place(String id) {
        String place = book.claim(id);
        return place.isEmpty() ? Span.text("") : Span.anchor(place);
    }

    /** Fields with their words, units, makers and readers. */
    DataTable fields() {
        List<Row> rows = new ArrayList<>();
        for (PlainRow row : book.rows("reference/champs")) {
            String name = Book.text(row, "field");
            Field field = book.rulebook().dictionary().field(name).orElseThrow();
            List<Span> kinds = new ArrayList<>();
            field.kinds().forEach(k -> {
                kinds.add(Span.text(kinds.isEmpty() ? "" : ", "));
                kinds.add(Span.text(book.lang().say(Names.one(k))));
            });
            String other = book.say(field.en(), field.fr());
            rows.add(new Row(
                    book.claim("champ-" + name),
                    "",
                    List.of(
                            List.of(Span.text(book.fieldLabel(name)), place(row.id())),
                            List.of(Span.code(name)),
                            List.of(Span.foreign(other, book.say("en", "fr"))),
                            kinds,
                            List.of(Span.text(book.lang().say(Names.unit(field.unit()))))),
                    noted(
                            row,
                            List.of(book.say("Établi par", "Made by"), book.say("Lu par", "Read by")),
                            List.of(
                                    uses.makers(name).isEmpty()
                                            ? List.of(Span.text(book.say("donnée fournie", "given")))
                                            : Links.rules(book, uses.makers(name)),
                                    Links.rules(book, uses.readers(name))))));
        }
        return DataTable.of(
                book.claim("grille-reference/champs"),
                book.say("Champs que les règles lisent et écrivent", "Fields that rules read and write"),
                "stack",
                List.of(
                        Head.of(book.say("Champ", "Field")),
                        Head.of(book.say("Nom technique", "Technical name"), "mark"),
                        Head.of(book.say("En anglais", "In French")),
                        Head.of(book.say("Porte sur", "About")),
                        Head.of(book.say("Unité", "Unit"))),
                rows);
    }

    /** Sentences of reasons. */
    DataTable reasons() {
        return sentences("reference/motifs", "reason", "motif-", true);
    }

    /** Sentences of findings. */
    DataTable findings() {
        return sentences("reference/constats", "finding", "constat-", false);
    }

    private DataTable sentences(String list, String column, String prefix, boolean reasons) {
        List<Row> rows = new ArrayList<>();
        for (PlainRow row : book.rows(list)) {
            String code = Book.text(row, column);
            Sentence words = new Sentence(Book.text(row, "fr"), Book.text(row, "en"));
            rows.add(new Row(
                    book.claim(prefix + code),
                    "",
                    List.of(
                            List.of(Span.code(code), place(row.id())),
                            List.of(Span.text(book.lang().say(words))),
                            List.of(Span.foreign(book.say(words.en(), words.fr()), book.say("en", "fr"))),
                            Links.rules(book, reasons ? uses.stating(code) : uses.finding(code))),
                    List.of()));
        }
        return DataTable.of(
                book.claim("grille-" + list),
                book.tableTitle(list),
                "stack",
                List.of(
                        Head.of(book.say("Code", "Code")),
                        Head.of(book.say("Phrase", "Sentence"), "long"),
                        Head.of(book.say("En anglais", "In French"), "long"),
                        Head.of(book.say("Énoncé par", "Stated by"))),
                rows);
    }
}
