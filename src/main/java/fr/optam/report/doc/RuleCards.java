package fr.optam.report.doc;

import fr.optam.report.html.Span;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** DRL rules in words, each with its text as written. */
final class RuleCards {
    private final Book book;
    private final Shown shown;
    private final Citations citations;
    private final Map<String, String> written = new TreeMap<>();

    RuleCards(Book book) {
        this.book = book;
        this.shown = new Shown(book.lang());
        this.citations = new Citations(book);
        written.putAll(written(book.rulebook()));
    }

    /**
     * A rule as the document shows it.
     *
     * @param id its id
     * @param place its anchor; empty if that id has one already
     * @param said its remark
     * @param grounds confidence, sources, passage
     * @param facts validity, stage and place, each with its name
     * @param about what it looks at
     * @param when conditions
     * @param then what it states
     * @param source its text
     */
    public record Card(
            String id,
            String place,
            List<Span> said,
            List<Span> grounds,
            List<Span> facts,
            String about,
            List<List<Span>> when,
            List<List<Span>> then,
            String source) {}

    Card of(Rule rule) {
        StatementWords words = new StatementWords(book);
        return new Card(
                rule.id(),
                book.claim(rule.id()),
                citations.note(rule.citation()),
                citations.of(rule.citation()),
                List.of(
                        Span.text(book.say("En vigueur ", "In force ")
                                + shown.validity(rule.citation())
                                + book.say(". Étape ", ". Stage ")),
                        Span.code(rule.stage().name()),
                        Span.text(". "),
                        Span.code(rule.at())),
                book.lang().say(Names.one(rule.kind())),
                rule.conditions().stream().map(c -> ConditionWords.of(book, c)).toList(),
                rule.statements().stream().map(words::of).toList(),
                written.getOrDefault(rule.id(), ""));
    }

    /** Text of each DRL rule: from its first line to the line before the next rule, without comments of the next. */
    static Map<String, String> written(Rulebook rulebook) {
        Map<String, String> all = new TreeMap<>();
        Map<String, List<Rule>> byFile = new TreeMap<>();
        for (Rule rule : rulebook.rules().values()) {
            int cut = rule.at().lastIndexOf(".drl!");
            if (cut > 0) {
                byFile.computeIfAbsent(rule.at().substring(0, cut + 4), f -> new ArrayList<>())
                        .add(rule);
            }
        }
        byFile.forEach((file, rules) -> {
            List<String> lines = lines(rulebook, file);
            rules.sort((a, b) -> Integer.compare(line(a), line(b)));
            for (int i = 0; i < rules.size(); i++) {
                int end = i + 1 < rules.size() ? line(rules.get(i + 1)) - 1 : lines.size();
                all.put(rules.get(i).id(), cut(lines, line(rules.get(i)) - 1, end));
            }
        });
        return all;
    }

    static int line(Rule rule) {
        return Integer.parseInt(rule.at().substring(rule.at().lastIndexOf('!') + 1));
    }

    /** Lines of a file by the name that messages show; a file of an overlay is kept under its relative name. */
    private static List<String> lines(Rulebook rulebook, String shown) {
        for (Map.Entry<String, byte[]> file : rulebook.files().entrySet()) {
            String relative = file.getKey();
            if (relative.equals(shown)
                    || shown.startsWith("overlays/") && shown.endsWith(relative.substring(relative.indexOf('/')))) {
                return new String(file.getValue(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
        return List.of();
    }

    private static String cut(List<String> lines, int from, int to) {
        int end = Math.min(to, lines.size());
        while (end > from
                && (lines.get(end - 1).isBlank() || lines.get(end - 1).strip().startsWith("//"))) {
            end--;
        }
        return from >= end ? "" : String.join("\n", lines.subList(from, end));
    }
}
