package fr.optam.scenario;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
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
    private static final String NONE = "none";

    private final Decision decision;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Decision decision) {
        this.decision = decision;
    }

    /** The differences, in the order of the expected document's parts. */
    static List<Difference> of(Expected expected, Decision decision) {
        Comparison comparison = new Comparison(decision);
        if (!expected.outcome().isEmpty()) {
            comparison.text("outcome", expected.outcome(), decision.outcome(), "");
        }
        Map<String, Answer> answers = new TreeMap<>();
        decision.answers().forEach(answer -> answers.put(answer.question(), answer));
        expected.answers().forEach((question, stated) -> comparison.answer(question, stated, answers.get(question)));
        expected.list("absentAnswers").stream()
                .filter(answers::containsKey)
                .forEach(question -> comparison.differ(
                        question, "no such answer", answers.get(question).verdict(), ""));
        Set<String> codes = decision.problems().stream().map(Problem::code).collect(Collectors.toSet());
        comparison.present("problems", expected.list("problems"), codes);
        comparison.absent("problems", expected.list("noProblems"), codes);
        comparison.present("missing", expected.list("missing"), decision.missing());
        List<String> fired = decision.firings().stream().map(Firing::rule).toList();
        comparison.fired(expected, fired);
        return comparison.differences;
    }

    private void fired(Expected expected, List<String> fired) {
        for (String id : expected.list("fires")) {
            if (!RuleIds.namesOneOf(id, fired)) {
                differ("fires", id, "silent", "");
            }
        }
        for (String id : expected.list("silent")) {
            fired.stream()
                    .filter(rule -> RuleIds.names(id, rule))
                    .distinct()
                    .forEach(rule -> differ("silent", id, "fired", rule));
        }
    }

    private void present(String where, List<String> stated, Collection<String> actual) {
        for (String one : stated) {
            if (!actual.contains(one)) {
                String there = actual.stream().sorted().collect(Collectors.joining(", "));
                differ(where, one, there.isEmpty() ? NONE : there, "");
            }
        }
    }

    private void absent(String where, List<String> stated, Collection<String> actual) {
        stated.stream().filter(actual::contains).forEach(one -> differ(where, "no " + one, one, ""));
    }

    private void answer(String question, JsonNode stated, Answer answer) {
        if (answer == null) {
            differ(question, stated.path("verdict").asString("an answer"), "no such answer", "");
            return;
        }
        String by = decidedBy(answer);
        for (Map.Entry<String, JsonNode> entry : stated.properties()) {
            String key = entry.getKey();
            switch (key) {
                case "verdict" -> text(question + " verdict", entry.getValue().asString(), answer.verdict(), by);
                case "reason" -> text(question + " reason", entry.getValue().asString(), answer.reason(), by);
                case "confidence" ->
                    text(
                            question + " confidence",
                            entry.getValue().asString(),
                            answer.confidence().name(),
                            by);
                case "value" ->
                    value(question + " value", entry.getValue(), answer.value().orElse(null), by);
                case "unit" ->
                    value(question + " unit", entry.getValue(), answer.unit().orElse(null), by);
                case "amount" ->
                    value(
                            question + " amount",
                            entry.getValue(),
                            answer.amount().orElse(null),
                            by);
                case "details" -> value(question + " details", entry.getValue(), answer.details(), by);
                default ->
                    entry.getValue()
                            .forEach(
                                    path -> present(question + " missing", List.of(path.asString()), answer.missing()));
            }
        }
    }

    private void value(String where, JsonNode stated, Object actual, String by) {
        if (stated.isObject() && actual instanceof Map<?, ?> map) {
            stated.properties()
                    .forEach(entry ->
                            value(where + "." + entry.getKey(), entry.getValue(), map.get(entry.getKey()), by));
        } else if (stated.isArray() && actual instanceof List<?> list && list.size() == stated.size()) {
            for (int i = 0; i < list.size(); i++) {
                value(where + "[" + i + "]", stated.get(i), list.get(i), by);
            }
        } else if (stated.isNull() || stated.isContainer() || actual == null) {
            if (!stated.isNull() || actual != null) {
                differ(where, stated.isNull() ? NONE : stated.asString(stated.toString()), shown(actual), by);
            }
        } else {
            text(where, stated.asString(), String.valueOf(actual), by);
        }
    }

    private void text(String where, String expected, String actual, String by) {
        if (!same(expected, actual)) {
            differ(where, expected, actual, by);
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

    private static String shown(Object actual) {
        return actual == null ? NONE : actual.toString();
    }

    private String decidedBy(Answer answer) {
        if (answer.proof().isEmpty()) {
            return "";
        }
        String last = answer.proof().get(answer.proof().size() - 1);
        return decision.firings().stream()
                .filter(firing -> firing.id().equals(last))
                .findFirst()
                .map(firing -> firing.rule() + " at " + firing.at())
                .orElse("");
    }

    private void differ(String where, String expected, String actual, String by) {
        differences.add(new Difference(where, expected, actual, by));
    }
}
