package fr.optam.report.doc;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be answered to each question: verdicts and reasons with their sentences, and the rules that answer so. */
final class Questions {
    private static final Pattern QUOTED = Pattern.compile("'([A-Z0-9_]+)'");

    private final Book book;
    private final Cases cases;

    Questions(Book book) {
        this.book = book;
        this.cases = new Cases(book.rulebook());
    }

    /** An answer that is possible; an empty verdict depends on the case. */
    private record Possible(String verdict, String reason) {}

    /** The answers to a question. */
    DataTable of(String question) {
        Map<Possible, Set<String>> found = new LinkedHashMap<>();
        for (Rule rule : book.rulebook().rules().values()) {
            for (Statement statement : rule.statements()) {
                if (statement instanceof Statement.Answer a && Book.isMeant(question, a.question())) {
                    Map<String, String> asked = asked(question, a.question());
                    if (cases.inCase(rule, asked)) {
                        answer(rule, a, asked, found);
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        found.entrySet().stream()
                .sorted((a, b) -> order(a.getKey()).compareTo(order(b.getKey())))
                .forEach(e -> rows.add(row(question, e.getKey(), e.getValue())));
        return DataTable.of(
                book.claim("reponses-" + question),
                book.say("Réponses possibles à\u00A0: ", "Possible answers to: ") + book.label("QUESTION", question),
                "stack",
                List.of(
                        Head.of(book.say("Verdict", "Verdict")),
                        Head.of(book.say("Motif", "Reason")),
                        Head.of(book.say("Phrase", "Sentence"), "long"),
                        Head.of(book.say("Règles", "Rules"))),
                rows);
    }

    private String order(Possible p) {
        return (p.verdict().isEmpty() ? "~" : p.verdict()) + " " + p.reason();
    }

    /** What a question says of its own words: {@code respect.overrunRate} of {@code respect.{rate}} that the rate is that one. */
    private static Map<String, String> asked(String question, String written) {
        int open = written.indexOf('{');
        int close = written.indexOf('}');
        return open < 0 || written.indexOf(':') >= 0
                ? Map.of()
                : Map.of(
                        written.substring(open + 1, close),
                        question.substring(open, question.length() - (written.length() - close - 1)));
    }

    private void answer(Rule rule, Statement.Answer a, Map<String, String> asked, Map<Possible, Set<String>> found) {
        String verdict = a.verdict();
        if (!a.reason().startsWith("{")) {
            add(found, new Possible(verdict.startsWith("{") ? "" : verdict, a.reason()), rule.id());
            return;
        }
        reasons(
                bare(a.reason()),
                verdict.startsWith("{") ? bare(verdict) : "",
                asked,
                verdict,
                new HashSet<>(),
                found,
                rule);
    }

    /** Follows a field to the codes that it may get, with the verdict that the same rule states beside it. */
    private void reasons(
            String field,
            String verdictField,
            Map<String, String> wanted,
            String verdict,
            Set<String> seen,
            Map<Possible, Set<String>> found,
            Rule answering) {
        if (!seen.add(field)) {
            return;
        }
        for (Rule rule : book.rulebook().rules().values()) {
            Map<String, String> set = new LinkedHashMap<>();
            rule.statements().forEach(s -> {
                if (s instanceof Statement.Set each) {
                    set.put(each.field(), each.code());
                }
            });
            boolean other = !cases.inCase(rule, wanted) || !cases.inCase(answering, set);
            if (other) {
                continue;
            }
            String said = verdictField.isEmpty() ? verdict : set.getOrDefault(verdictField, "");
            if (set.containsKey(field) && book.rulebook().words().hasReason(set.get(field))) {
                add(found, new Possible(said, set.get(field)), rule.id());
            }
            for (Statement statement : rule.statements()) {
                if (statement instanceof Statement.Let let && let.field().equals(field)) {
                    copied(let.formula(), rule, verdictField, said, wanted, seen, found, answering);
                }
            }
        }
    }

    private void copied(
            Formula formula,
            Rule rule,
            String verdictField,
            String said,
            Map<String, String> wanted,
            Set<String> seen,
            Map<Possible, Set<String>> found,
            Rule answering) {
        Matcher quoted = QUOTED.matcher(formula.text());
        while (quoted.find()) {
            if (book.rulebook().words().hasReason(quoted.group(1))) {
                add(found, new Possible(said, quoted.group(1)), rule.id());
            }
        }
        String from = verdictField;
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let
                    && let.field().equals(verdictField)
                    && let.formula().fields().contains(let.formula().text())) {
                from = let.formula().text();
            }
        }
        for (String each : formula.fields()) {
            reasons(each, from, wanted, said, seen, found, answering);
        }
    }

    private static void add(Map<Possible, Set<String>> found, Possible possible, String rule) {
        found.computeIfAbsent(possible, p -> new LinkedHashSet<>()).add(rule);
    }

    private static String bare(String braces) {
        return braces.replaceAll("[{}]", "");
    }

    private Row row(String question, Possible possible, Set<String> rules) {
        List<Span> verdict = possible.verdict().isEmpty()
                ? List.of(Span.soft(book.say("selon le cas", "depends on the case")))
                : List.of(
                        Span.strong(book.verdict(question, possible.verdict())),
                        Span.text(" "),
                        Span.code(possible.verdict()));
        List<Span> sentence =
                List.of(Span.text(book.lang().say(book.rulebook().words().reason(possible.reason()))));
        return Row.of(List.of(verdict, List.of(book.reason(possible.reason())), sentence, Links.rules(book, rules)));
    }
}
