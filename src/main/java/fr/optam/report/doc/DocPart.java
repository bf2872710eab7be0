package fr.optam.report.doc;

import fr.optam.report.doc.DocPage.Named;
import fr.optam.report.doc.DocPage.Sheet;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Frame.Entry;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The document in one language.
 *
 * @param lang attribute {@code lang}
 * @param html the filled-in template
 * @param entries table of contents
 * @param switchTo address of the start, for the other language to lead to
 */
public record DocPart(String lang, String html, List<Entry> entries, String switchTo) {
    private static final Set<String> VOCABULARY = Set.of("reference/champs", "reference/libelles");
    private static final Set<String> SENTENCES = Set.of("reference/motifs", "reference/constats");
    private static final String SOURCES = "reference/sources";
    private static final String MENTIONS = "reference/mentions";
    private static final String CHANGELOG = "rules-drl/CHANGES.md";

    /** A question and what may be answered. */
    public record Asked(String place, String code, String title, DataTable answers) {}

    /** Rules of one file. */
    public record Topic(String place, String title, String file, List<RuleCards.Card> rules) {}

    /** A phase with its tables and rules. */
    public record Phase(String place, String code, String title, List<Sheet> tables, List<Topic> topics) {}

    /** An overlay. @param state whether it is applied */
    public record Overlay(String name, String state, DataTable changes) {}

    static DocPart of(Rulebook rulebook, List<Variant> variants, Lang lang, String prefix) {
        Book book = new Book(rulebook, lang, prefix);
        Uses uses = new Uses(rulebook);
        Sheets sheets = new Sheets(book, uses);
        List<Phase> phases = phases(book, sheets);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("prefix", prefix);
        model.put("options", options(book));
        model.put("outcomes", outcomes(book));
        model.put("mentions", mentions(book));
        model.put("questions", questions(book));
        model.put("phases", phases);
        model.put("common", common(book));
        model.put("lists", sheets(rulebook, sheets, Kindred.PARAMETERS));
        model.put("sentences", sheets(rulebook, sheets, Kindred.SENTENCES));
        model.put("vocabulary", sheets(rulebook, sheets, Kindred.VOCABULARY));
        model.put("sources", sheets(rulebook, sheets, Kindred.SOURCES));
        model.put("grades", new Grades(book).table());
        Variants told = new Variants(book);
        model.put(
                "overlays",
                variants.stream()
                        .map(v -> new Overlay(
                                v.name(),
                                v.applied()
                                        ? lang.say("Appliquée dans ce document.", "Applied in this document.")
                                        : lang.say("Non appliquée dans ce document.", "Not applied in this document."),
                                told.of(v)))
                        .toList());
        byte[] changes = rulebook.files().get(CHANGELOG);
        model.put(
                "changes", changes == null ? List.of() : Changes.of(book, new String(changes, StandardCharsets.UTF_8)));
        model.put("index", index(book));
        model.put("ruleCount", rulebook.rules().size());
        model.put("tableCount", rulebook.tables().size());
        model.put("listCount", rulebook.lists().size());
        return new DocPart(
                lang.tag(), HtmlPage.render("doc-part", model, lang), Contents.of(book, phases), book.to("debut"));
    }

    List<Entry> nav(boolean several) {
        if (!several) {
            return entries;
        }
        List<Entry> all = new ArrayList<>();
        all.add(new Entry(switchTo, lang.equals("fr") ? "Document en français" : "Document in English", 1));
        entries.forEach(e -> all.add(new Entry(e.to(), e.text(), 2)));
        return all;
    }

    private enum Kindred {
        PARAMETERS,
        SENTENCES,
        VOCABULARY,
        SOURCES;

        static Kindred of(String list) {
            return DocPart.VOCABULARY.contains(list)
                    ? VOCABULARY
                    : DocPart.SENTENCES.contains(list)
                            ? SENTENCES
                            : list.equals(DocPart.SOURCES) ? SOURCES : PARAMETERS;
        }
    }

    private static List<Sheet> sheets(Rulebook rulebook, Sheets sheets, Kindred wanted) {
        return rulebook.lists().values().stream()
                .filter(l -> Kindred.of(l.name()) == wanted)
                .map(sheets::of)
                .toList();
    }

    private static List<Named> options(Book book) {
        return book.rows("reference/options").stream()
                .map(r -> new Named(
                        book.label("OPTION", Book.text(r, "option")),
                        List.of(book.french(Book.text(r, "label"), false))))
                .toList();
    }

    private static List<Named> common(Book book) {
        List<Named> all = new ArrayList<>();
        book.common().forEach((name, text) -> all.add(new Named(name, List.of(book.french(text, false)))));
        return all;
    }

    private static List<Named> outcomes(Book book) {
        return book.rows("reference/libelles").stream()
                .filter(r -> Book.text(r, "domain").equals("OUTCOME"))
                .map(r -> new Named(
                        Book.text(r, "code"), List.of(Span.text(book.label("OUTCOME", Book.text(r, "code"))))))
                .toList();
    }

    /** What only the authority knows; empty values are shown as such. */
    private static List<Named> mentions(Book book) {
        return book.rows(MENTIONS).stream()
                .map(r -> {
                    String value = book.say(Book.text(r, "value"), Book.text(r, "valueEn"));
                    Span said = value.isEmpty()
                            ? Span.badge(
                                    book.say("à compléter par l’organisme", "to be filled in by the authority"), "warn")
                            : Span.text(value);
                    return new Named(book.say(Book.text(r, "fr"), Book.text(r, "en")), List.of(said));
                })
                .toList();
    }

    private static List<Asked> questions(Book book) {
        Questions answers = new Questions(book);
        return book.questions().stream()
                .map(q -> new Asked(book.claim("question-" + q), q, book.label("QUESTION", q), answers.of(q)))
                .toList();
    }

    private static List<Phase> phases(Book book, Sheets sheets) {
        RuleCards cards = new RuleCards(book);
        List<Phase> phases = new ArrayList<>();
        for (String phase : Stage.phases()) {
            List<Sheet> tables = book.rulebook().tables().values().stream()
                    .filter(t -> t.stage().phase().equals(phase))
                    .sorted((a, b) -> a.stage().compareTo(b.stage()))
                    .map(sheets::of)
                    .toList();
            Map<String, List<Rule>> files = new TreeMap<>();
            book.rulebook().rules().values().stream()
                    .filter(r -> r.stage().phase().equals(phase) && r.at().contains(".drl!"))
                    .forEach(r -> files.computeIfAbsent(
                                    r.at().substring(0, r.at().lastIndexOf('!')), f -> new ArrayList<>())
                            .add(r));
            List<Topic> topics = new ArrayList<>();
            files.forEach((file, rules) -> {
                rules.sort((a, b) -> Integer.compare(RuleCards.line(a), RuleCards.line(b)));
                String name = file.substring(file.lastIndexOf('/') + 1).replace(".drl", "");
                topics.add(new Topic(
                        book.claim("regles-" + phase + "-" + name),
                        name,
                        file,
                        rules.stream().map(cards::of).toList()));
            });
            phases.add(new Phase(book.claim("phase-" + phase), phase, book.label("PHASE", phase), tables, topics));
        }
        return phases;
    }

    /** Every id, in order, with its place. */
    private static List<Span> index(Book book) {
        Set<String> ids = new java.util.TreeSet<>(book.rulebook().rules().keySet());
        book.rulebook().lists().values().forEach(l -> l.rows().forEach(r -> ids.add(r.id())));
        return ids.stream().map(book::rule).toList();
    }
}
