package fr.optam.report.doc;

import fr.optam.report.html.Anchor;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A rulebook as the document speaks of it: its names in one language, and where they are explained. */
final class Book {
    private static final String TABLES = "decision-tables/";
    private static final String QUESTION = "QUESTION";

    private final Rulebook rulebook;
    private final Lang lang;
    private final String prefix;
    private final Map<String, Notes> notes = new TreeMap<>();
    private final Map<String, Map<String, String>> codes = new TreeMap<>();
    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();
    private final Set<String> claimed = new HashSet<>();

    /** @param prefix stands before every id, so that two languages fit in one page */
    Book(Rulebook rulebook, Lang lang, String prefix) {
        this.rulebook = rulebook;
        this.lang = lang;
        this.prefix = prefix;
        rulebook.tables().values().forEach(t -> read(t.name(), ".drl.xlsx"));
        rulebook.lists().values().forEach(t -> read(t.name(), ".xlsx"));
        rulebook.tables().values().forEach(this::learn);
        rows("reference/sources").forEach(r -> titles.put(text(r, "sourceId"), text(r, "title")));
        rows("reference/libelles").forEach(r -> labels.computeIfAbsent(text(r, "code"), c -> new HashSet<>())
                .add(lang.say(text(r, "fr"), text(r, "en"))));
    }

    private void read(String name, String ending) {
        byte[] file = rulebook.files().get(TABLES + name + ending);
        if (file != null) {
            notes.put(name, Notes.read(file));
        }
    }

    private void learn(RuleTable table) {
        Map<String, Map<String, String>> said = notes(table.name()).codes();
        table.conditions().forEach(c -> learn(c.field(), said.getOrDefault(c.header(), Map.of())));
        table.actions().forEach(a -> learn(a.field(), said.getOrDefault(a.header(), Map.of())));
    }

    private void learn(String field, Map<String, String> words) {
        codes.computeIfAbsent(field, f -> new LinkedHashMap<>()).putAll(words);
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Lang lang() {
        return lang;
    }

    boolean isFrench() {
        return lang == Lang.FR;
    }

    String say(String fr, String en) {
        return lang.say(fr, en);
    }

    /** The id of a place, the first time it is asked for; empty afterwards, so that no id stands twice. */
    String claim(String name) {
        String id = prefix + Anchor.of(name);
        return claimed.add(id) ? id : "";
    }

    /** Address of a place. */
    String to(String name) {
        return "#" + prefix + Anchor.of(name);
    }

    Notes notes(String table) {
        return notes.getOrDefault(table, new Notes("", Map.of(), Map.of(), Map.of(), List.of()));
    }

    List<PlainRow> rows(String list) {
        return rulebook.list(list).map(PlainTable::rows).orElse(List.of());
    }

    /** What columns of many tables hold, said once for all. */
    Map<String, String> common() {
        return CommonColumns.of(notes.values());
    }

    static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }

    /** Title of a table, in the language of the analysts; its name if it has none. */
    String tableTitle(String name) {
        String title = lang == Lang.FR ? notes(name).title() : "";
        return title.isEmpty() ? name.substring(name.indexOf('/') + 1) : title;
    }

    Span table(String name) {
        boolean known = rulebook.tables().containsKey(name) || rulebook.lists().containsKey(name);
        return known ? Span.link(tableTitle(name), to("table-" + name), name) : Span.code(name);
    }

    Span rule(String id) {
        return Span.codeLink(id, to(id));
    }

    /** Label of a field, leading to the vocabulary; its name stands as the tone, where no page shows it. */
    Span field(String name) {
        return new Span("text", fieldLabel(name), to("champ-" + name), name, "");
    }

    String fieldLabel(String name) {
        Optional<Field> field = rulebook.dictionary().field(name);
        return field.map(f -> lang.say(f.fr(), f.en())).orElse(name);
    }

    Span source(String id) {
        return Span.codeLinkWithHint(id, to("source-" + id), titles.getOrDefault(id, ""));
    }

    boolean hasFinding(String code) {
        return rows("reference/constats").stream()
                .anyMatch(r -> text(r, "finding").equals(code));
    }

    Span reason(String code) {
        return rulebook.words().hasReason(code) ? Span.codeLink(code, to("motif-" + code)) : Span.code(code);
    }

    /** A code of a field: its words and the code itself, or the code alone if nobody gave it words. */
    List<Span> code(String field, String code) {
        if (rulebook.words().hasReason(code)) {
            return List.of(reason(code));
        }
        String words = words(field, code);
        return words.isEmpty() || words.equals(code)
                ? List.of(Span.code(code))
                : List.of(new Span("text", words, "", "", code));
    }

    /** Label of a code of a domain; the code if it has none. */
    String label(String domain, String code) {
        return rulebook.words().label(domain, code).map(lang::say).orElse(code);
    }

    /** Word of a verdict: that of the question's own domain, else the general one. */
    String verdict(String question, String verdict) {
        String own = question.split("[.:]", 2)[0].toUpperCase(Locale.ROOT);
        return rulebook.words()
                .label(own, verdict)
                .or(() -> rulebook.words().label("VERDICT", verdict))
                .map(lang::say)
                .orElse(verdict);
    }

    /** A question, leading to what may be answered; words in braces stand for several. */
    Span question(String question) {
        List<String> meant =
                questions().stream().filter(q -> isMeant(q, question)).toList();
        return meant.size() == 1
                ? Span.link(label(QUESTION, meant.get(0)), to("question-" + meant.get(0)), question)
                : meant.isEmpty() ? Span.code(question) : Span.codeLink(question, to("question-" + meant.get(0)));
    }

    /** Questions in the order of the rulebook. */
    List<String> questions() {
        return rows("reference/libelles").stream()
                .filter(r -> text(r, "domain").equals(QUESTION))
                .map(r -> text(r, "code"))
                .toList();
    }

    /** Whether a question as a rule writes it, {@code respect.{rate}}, may stand for a question. */
    static boolean isMeant(String question, String written) {
        int brace = written.indexOf('{');
        String whole = written.split(":", 2)[0];
        return brace >= 0 && brace < whole.length()
                ? question.startsWith(whole.substring(0, brace))
                        && question.endsWith(whole.substring(whole.indexOf('}') + 1))
                : question.equals(whole);
    }

    /** A text that analysts wrote in French, marked as such on an English page. */
    Span french(String text, boolean soft) {
        return lang == Lang.FR ? (soft ? Span.soft(text) : Span.text(text)) : Span.foreign(text, Lang.FR.tag());
    }

    /** Words of a code of a field; empty if there are none, or several. */
    String words(String field, String code) {
        String noted = lang == Lang.FR ? codes.getOrDefault(field, Map.of()).getOrDefault(code, "") : "";
        Set<String> known = labels.getOrDefault(code, Set.of());
        return !noted.isEmpty() ? noted : known.size() == 1 ? known.iterator().next() : "";
    }
}
