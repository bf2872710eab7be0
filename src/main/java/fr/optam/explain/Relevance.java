package fr.optam.explain;

import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rules and rows can have a say in the answer to a question: those that give it, and whatever they read. */
final class Relevance {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    private final Rulebook rulebook;
    private final Map<String, Set<String>> makers = new HashMap<>();
    private final Map<String, SortedSet<String>> known = new HashMap<>();

    Relevance(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.rules().values().forEach(rule -> rule.statements().forEach(statement -> {
            if (statement instanceof Statement.Set set) {
                maker(set.field(), rule);
            } else if (statement instanceof Statement.Let let) {
                maker(let.field(), rule);
            }
        }));
    }

    private void maker(String field, Rule rule) {
        makers.computeIfAbsent(field, each -> new HashSet<>()).add(rule.id());
    }

    /** Ids of the rules that matter for a question, sorted. */
    SortedSet<String> of(String question) {
        Set<String> first = new TreeSet<>();
        for (Rule rule : rulebook.rules().values()) {
            if (rule.statements().stream().anyMatch(statement -> answers(statement, question))) {
                first.add(rule.id());
            }
        }
        return known.computeIfAbsent(String.join(";", first), key -> closure(first));
    }

    /** Fields that matter for a question. */
    Set<String> fields(String question) {
        Set<String> fields = new HashSet<>();
        of(question).forEach(rule -> fields.addAll(reads(rulebook.rules().get(rule))));
        return fields;
    }

    private SortedSet<String> closure(Set<String> first) {
        SortedSet<String> found = new TreeSet<>(first);
        Deque<String> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            for (String field : reads(rulebook.rules().get(open.pop()))) {
                for (String maker : makers.getOrDefault(field, Set.of())) {
                    if (found.add(maker)) {
                        open.add(maker);
                    }
                }
            }
        }
        return found;
    }

    private static boolean answers(Statement statement, String question) {
        String template = statement instanceof Statement.Answer answer
                ? answer.question()
                : statement instanceof Statement.DetailOf detail ? detail.question() : "";
        if (template.isEmpty()) {
            return false;
        }
        Matcher words = WORD.matcher(template);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (words.find()) {
            pattern.append(Pattern.quote(template.substring(from, words.start()))).append(".+");
            from = words.end();
        }
        return question.matches(pattern + Pattern.quote(template.substring(from)));
    }

    private static Set<String> reads(Rule rule) {
        Set<String> reads = new HashSet<>(rule.reads());
        for (Statement statement : rule.statements()) {
            statement.computed().ifPresent(formula -> reads.addAll(formula.fields()));
            if (statement instanceof Statement.Missing missing) {
                reads.addAll(missing.fields());
            } else if (statement instanceof Statement.Answer answer) {
                for (String template : List.of(answer.question(), answer.verdict(), answer.reason())) {
                    Matcher words = WORD.matcher(template);
                    while (words.find()) {
                        reads.add(words.group(1));
                    }
                }
            }
        }
        return reads;
    }
}
