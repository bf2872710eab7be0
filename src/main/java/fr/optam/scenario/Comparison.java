package fr.optam.scenario;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Holds a decision against what a scenario states and collects the differences. */
final class Comparison {
    private static final Sentence NONE = new Sentence("rien", "none");
    private static final Sentence NO_ANSWER = new Sentence("pas de réponse", "no such answer");
    private static final Sentence ANSWER = new Sentence("une réponse", "an answer");
    private static final Sentence SILENT = new Sentence("muette", "silent");
    private static final Sentence FIRED = new Sentence("appliquée", "fired");

    private final Decision decision;
    private final Grounds grounds;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Decision decision) {
        this.decision = decision;
        this.grounds = new Grounds(decision);
    }

    /** The differences, in the order of the expected document's parts. */
    static List<Difference> of(Expected expected, Decision decision) {
        Comparison comparison = new Comparison(decision);
        if (!expected.outcome().isEmpty()) {
            comparison.text("outcome", "", expected.outcome(), decision.outcome(), List.of());
        }
        Map<String, Answer> answers = new TreeMap<>();
        decision.answers().forEach(answer -> answers.put(answer.question(), answer));
        expected.answers().forEach((question, stated) -> comparison.answer(question, stated, answers.get(question)));
        expected.list("absentAnswers").stream()
                .filter(answers::containsKey)
                .forEach(question -> comparison.differ(
                        question,
                        "",
                        NO_ANSWER,
                        Texts.same(answers.get(question).verdict()),
                        comparison.grounds.of(answers.get(question))));
        Set<String> codes = decision.problems().stream().map(Problem::code).collect(Collectors.toSet());
        comparison.present("problems", "", expected.list("problems"), codes);
        comparison.absent("problems", expected.list("noProblems"), codes);
        comparison.present("missing", "", expected.list("missing"), decision.missing());
        List<String> fired = decision.firings().stream().map(Firing::rule).toList();
        comparison.fired(expected, fired);
        return comparison.differences;
    }

    private void fired(Expected expected, List<String> fired) {
        for (String id : expected.list("fires")) {
            if (!RuleIds.namesOneOf(id, fired)) {
                differ("fires", "", Texts.same(id), SILENT, List.of());
            }
        }
        for (String id : expected.list("silent")) {
            decision.firings().stream()
                    .filter(firing -> RuleIds.names(id, firing.rule()))
                    .collect(Collectors.toMap(Firing::rule, firing -> firing, (first, second) -> first, TreeMap::new))
                    .values()
                    .forEach(firing -> differ("silent", "", Texts.same(id), FIRED, List.of(firing)));
        }
    }

    private void present(String subject, String key, List<String> stated, Collection<String> actual) {
        for (String one : stated) {
            if (!actual.contains(one)) {
                String there = actual.stream().sorted().collect(Collectors.joining(", "));
                differ(subject, key, Texts.same(one), there.isEmpty() ? NONE : Texts.same(there), List.of());
            }
        }
    }

    private void absent(String where, List<String> stated, Collection<String> actual) {
        stated.stream()
                .filter(actual::contains)
                .forEach(one ->
                        differ(where, "", new Sentence("pas de " + one, "no " + one), Texts.same(one), List.of()));
    }

    private void answer(String question, JsonNode stated, Answer answer) {
        if (answer == null) {
            String verdict = stated.path("verdict").asString("");
            differ(question, "", verdict.isEmpty() ? ANSWER : Texts.same(verdict), NO_ANSWER, List.of());
            return;
        }
        List<Firing> by = grounds.of(answer);
        for (Map.Entry<String, JsonNode> entry : stated.properties()) {
            String key = entry.getKey();
            JsonNode wanted = entry.getValue();
            switch (key) {
                case "verdict" -> text(question, key, wanted.asString(), answer.verdict(), by);
                case "reason" -> text(question, key, wanted.asString(), answer.reason(), by);
                case "confidence" ->
                    text(question, key, wanted.asString(), answer.confidence().name(), by);
                case "value" -> value(question, key, wanted, answer.value().orElse(null), by);
                case "unit" -> value(question, key, wanted, answer.unit().orElse(null), by);
                case "amount" -> value(question, key, wanted, answer.amount().orElse(null), by);
                case "details" -> value(question, key, wanted, answer.details(), by);
                default ->
                    wanted.forEach(path -> present(question, "missing", List.of(path.asString()), answer.missing()));
            }
        }
    }

    private void value(String question, String key, JsonNode stated, Object actual, List<Firing> by) {
        if (stated.isObject() && actual instanceof Map<?, ?> map) {
            stated.properties()
                    .forEach(e -> value(question, key + "." + e.getKey(), e.getValue(), map.get(e.getKey()), by));
        } else if (stated.isArray() && actual instanceof List<?> list && list.size() == stated.size()) {
            for (int i = 0; i < list.size(); i++) {
                value(question, key + "[" + i + "]", stated.get(i), list.get(i), by);
            }
        } else if (stated.isNull() || stated.isContainer() || actual == null) {
            if (!stated.isNull() || actual != null) {
                Sentence wanted = stated.isNull() ? NONE : Texts.same(stated.asString(stated.toString()));
                differ(question, key, wanted, actual == null ? NONE : Texts.same(actual.toString()), by);
            }
        } else {
            text(question, key, stated.asString(), String.valueOf(actual), by);
        }
    }

    private void text(String subject, String key, String expected, String actual, List<Firing> by) {
        if (!same(expected, actual)) {
            differ(subject, key, Texts.same(expected), Texts.same(actual), by);
        }
    }

    private static boolean same(String expected, String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        try {
            return new BigDecimal(expected).compareTo(new BigDecimal(actual)) == 0;
        } catch (NumberFormatException notTwoNumbers) {
            return false;
        }
    }

    private void differ(String subject, String key, Sentence expected, Sentence actual, List<Firing> by) {
        differences.add(new Difference(subject, key, expected, actual, by));
    }
}
