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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rules and rows can have a say in the answer to a question: those that give it, and whatever they read. */
final class Relevance {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    private final Rulebook rulebook;
    private final Map<String, Set<String>> makers = new HashMap<>();
    private final Map<String, Set<String>> reads = new HashMap<>();
    private final Map<Pattern, Set<String>> templates = new HashMap<>();
    private final Set<String> outcomes = new TreeSet<>();
    private final Map<Set<String>, SortedSet<String>> known = new HashMap<>();

    Relevance(Rulebook rulebook) {
        this.rulebook = rulebook;
        Map<String, Set<String>> answering = new TreeMap<>();
        rulebook.rules().values().forEach(rule -> rule.statements().forEach(statement -> {
            if (statement instanceof Statement.Set set) {
                add(makers, set.field(), rule);
            } else if (statement instanceof Statement.Let let) {
                add(makers, let.field(), rule);
            } else if (statement instanceof Statement.Answer answer) {
                add(answering, answer.question(), rule);
            } else if (statement instanceof Statement.DetailOf detail) {
                add(answering, detail.question(), rule);
            } else if (statement instanceof Statement.Outcome) {
                outcomes.add(rule.id());
            }
        }));
        answering.forEach((template, rules) -> templates.put(pattern(template), rules));
    }

    private static void add(Map<String, Set<String>> map, String key, Rule rule) {
        map.computeIfAbsent(key, each -> new TreeSet<>()).add(rule.id());
    }

    private static Pattern pattern(String template) {
        Matcher words = WORD.matcher(template);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (words.find()) {
            pattern.append(Pattern.quote(template.substring(from, words.start())))
                    .append(".+");
            from = words.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(from)));
    }

    /** Ids of the rules that matter for a question, sorted. */
    SortedSet<String> of(String question) {
        Set<String> first = new TreeSet<>();
        templates.forEach((template, rules) -> {
            if (template.matcher(question).matches()) {
                first.addAll(rules);
            }
        });
        return known.computeIfAbsent(first, this::closure);
    }

    /** Ids of the rules that matter for the outcome, sorted. */
    SortedSet<String> ofOutcome() {
        return known.computeIfAbsent(outcomes, this::closure);
    }

    /** Whether a rule states the outcome. */
    boolean statesOutcome(String rule) {
        return outcomes.contains(rule);
    }

    /** Whether a rule makes a field. */
    boolean makes(String rule, String field) {
        return makers.getOrDefault(field, Set.of()).contains(rule);
    }

    /** Whether any rule makes a field. */
    boolean isMade(String field) {
        return makers.containsKey(field);
    }

    /** Fields that matter for a question, or for the outcome. */
    Set<String> fields(String question) {
        Set<String> fields = new HashSet<>();
        (question.equals(Oracle.OUTCOME) ? ofOutcome() : of(question)).forEach(rule -> fields.addAll(reads(rule)));
        return fields;
    }

    private SortedSet<String> closure(Set<String> first) {
        SortedSet<String> found = new TreeSet<>(first);
        Deque<String> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            for (String field : reads(open.pop())) {
                for (String maker : makers.getOrDefault(field, Set.of())) {
                    if (found.add(maker)) {
                        open.add(maker);
                    }
                }
            }
        }
        return found;
    }

    private Set<String> reads(String rule) {
        return reads.computeIfAbsent(rule, id -> reads(rulebook.rules().get(id)));
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
