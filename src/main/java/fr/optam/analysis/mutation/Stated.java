package fr.optam.analysis.mutation;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a scenario must state of a decision so that another decision fails it; only what differs. */
final class Stated {
    private final Map<String, Object> expected = new LinkedHashMap<>();
    private final List<Sentence> words = new ArrayList<>();

    private Stated() {}

    /** What tells a decision from another; nothing is stated if nothing that a scenario can state differs. */
    static Stated of(Decision decision, Decision other) {
        Stated stated = new Stated();
        if (!decision.outcome().equals(other.outcome())) {
            stated.expected.put("outcome", decision.outcome());
            stated.say("outcome", decision.outcome(), other.outcome());
        }
        stated.answers(decision, other);
        stated.codes("problems", "noProblems", problems(decision), problems(other));
        if (stated.expected.isEmpty()) {
            stated.codes("fires", "silent", fired(decision), fired(other));
        }
        return stated;
    }

    private static Set<String> problems(Decision decision) {
        return decision.problems().stream().map(Problem::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fired(Decision decision) {
        return decision.firings().stream().map(Firing::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By the keys of a scenario; empty if there is nothing to state. */
    Map<String, Object> expected() {
        return expected;
    }

    /** What differs, a sentence each. */
    List<Sentence> words() {
        return words;
    }

    private void answers(Decision decision, Decision other) {
        Map<String, Answer> before = byQuestion(decision);
        Map<String, Answer> after = byQuestion(other);
        Map<String, Object> stated = new TreeMap<>();
        before.forEach((question, answer) -> {
            Map<String, Object> keys = differing(question, answer, after.get(question));
            if (!keys.isEmpty()) {
                stated.put(question, keys);
                Map<String, Object> its = after.containsKey(question) ? parts(after.get(question)) : Map.of();
                keys.forEach((key, value) -> say(
                        question + " " + key, shown(value == null ? "–" : value), shown(its.getOrDefault(key, "–"))));
            }
        });
        if (!stated.isEmpty()) {
            expected.put("answers", stated);
        }
        List<String> absent =
                after.keySet().stream().filter(q -> !before.containsKey(q)).toList();
        if (!absent.isEmpty()) {
            expected.put("absentAnswers", absent);
            absent.forEach(q -> say(q, "–", after.get(q).verdict()));
        }
    }

    private static Map<String, Answer> byQuestion(Decision decision) {
        Map<String, Answer> answers = new TreeMap<>();
        decision.answers().forEach(a -> answers.put(a.question(), a));
        return answers;
    }

    private Map<String, Object> differing(String question, Answer answer, Answer other) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> own = parts(answer);
        Map<String, Object> its = other == null ? Map.of() : parts(other);
        own.forEach((key, value) -> {
            if (!value.equals(its.get(key))) {
                keys.put(key, value.equals(Optional.empty()) ? null : value);
            }
        });
        if (keys.size() > 1) {
            keys.remove("details");
        }
        keys.computeIfPresent("details", (k, details) -> less(details, its.get("details")));
        if (!keys.isEmpty()) {
            keys.putIfAbsent("verdict", answer.verdict());
        }
        return keys;
    }

    /** Of nested details those that differ; a list is one whole. */
    private static Object less(Object own, Object its) {
        if (!(own instanceof Map<?, ?> map) || !(its instanceof Map<?, ?> other)) {
            return own;
        }
        Map<String, Object> differing = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!value.equals(other.get(key))) {
                differing.put(String.valueOf(key), less(value, other.get(key)));
            }
        });
        return differing.isEmpty() ? own : differing;
    }

    private static Map<String, Object> parts(Answer answer) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("verdict", answer.verdict());
        parts.put("reason", answer.reason());
        parts.put("value", answer.value().map(v -> (Object) v).orElse(Optional.empty()));
        parts.put("amount", answer.amount().map(v -> (Object) v).orElse(Optional.empty()));
        if (!answer.details().isEmpty()) {
            parts.put("details", answer.details());
        }
        if (!answer.missing().isEmpty()) {
            parts.put("missing", answer.missing());
        }
        return parts;
    }

    private void codes(String there, String gone, Collection<String> own, Collection<String> its) {
        List<String> more = own.stream().filter(c -> !its.contains(c)).toList();
        List<String> less = its.stream().filter(c -> !own.contains(c)).toList();
        if (!more.isEmpty()) {
            expected.put(there, more);
            say(there, String.join(", ", more), "–");
        }
        if (!less.isEmpty()) {
            expected.put(gone, less);
            say(there, "–", String.join(", ", less));
        }
    }

    private static String shown(Object value) {
        return value.equals(Optional.empty()) ? "–" : String.valueOf(value);
    }

    private void say(String what, String own, String its) {
        if (own.equals(its)) {
            return;
        }
        words.add(new Sentence(
                what + "\u00a0: " + own + ", et avec la mutation " + its,
                what + ": " + own + ", and with the mutation " + its));
    }
}
