package fr.optam.report.doc;

import fr.optam.report.html.Frame.Entry;
import java.util.ArrayList;
import java.util.List;

/** The table of contents of the document. */
final class Contents {
    private Contents() {}

    static List<Entry> of(Book book, List<DocPart.Phase> phases) {
        List<Entry> all = new ArrayList<>();
        add(all, book, "en-bref", "En bref", "In short");
        add(all, book, "mentions", "Mentions de l’organisme", "Statements of the authority");
        add(all, book, "questions", "Questions et réponses", "Questions and answers");
        add(all, book, "phases", "Règles, phase par phase", "Rules, phase by phase");
        for (DocPart.Phase phase : phases) {
            all.add(new Entry("#" + phase.place(), phase.title(), 2));
        }
        add(all, book, "listes", "Paramètres et listes", "Parameters and lists");
        add(all, book, "phrases", "Phrases des décisions", "Sentences of decisions");
        add(all, book, "vocabulaire", "Vocabulaire", "Vocabulary");
        add(all, book, "sources", "Sources", "Sources");
        add(all, book, "confiance", "Degrés de confiance", "Grades of confidence");
        add(all, book, "variantes", "Variantes", "Overlays");
        add(all, book, "modifications", "Modifications", "Changes");
        add(all, book, "index", "Index des identifiants", "Index of ids");
        return all;
    }

    private static void add(List<Entry> all, Book book, String place, String fr, String en) {
        all.add(new Entry(book.to(place), book.say(fr, en), 1));
    }
}
