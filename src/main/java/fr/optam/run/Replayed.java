package fr.optam.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * A decision that was decided again.
 *
 * @param practitioner id of the practitioner
 * @param differs whether it differs
 * @param answers answers that differ, in the order of the questions
 * @param members members of the decision that differ beside the answers; only where every byte must be the same
 */
public record Replayed(String practitioner, boolean differs, List<Answer> answers, List<String> members) {
    private static final Set<String> SAID =
            Set.of("question", "verdict", "value", "unit", "amount", "reason", "proof", "details");

    /**
     * An answer before and after.
     *
     * @param question question
     * @param before verdict, value, amount and reason as recorded, and details that differ; empty if there was no such answer
     * @param after the same as decided again
     * @param rulesBefore rules and rows that the recorded answer rests on and the new one does not, with their place
     * @param rulesAfter the other way round
     */
    public record Answer(
            String question, String before, String after, List<String> rulesBefore, List<String> rulesAfter) {}

    static Replayed same(String practitioner) {
        return new Replayed(practitioner, false, List.of(), List.of());
    }

    /** Holds two decisions against each other. */
    static Replayed of(String practitioner, byte[] recorded, byte[] again, boolean bytes) {
        Map<String, Object> now = CanonicalJson.read(again);
        Map<String, Object> then;
        try {
            then = CanonicalJson.read(recorded);
        } catch (JacksonException e) {
            return new Replayed(practitioner, true, List.of(), List.of("unreadable"));
        }
        Map<String, Map<?, ?>> before = answers(then);
        Map<String, Map<?, ?>> after = answers(now);
        Set<String> questions = new LinkedHashSet<>(before.keySet());
        questions.addAll(after.keySet());
        List<Answer> answers = new ArrayList<>();
        for (String question : questions) {
            Map<String, String> besideThen = beside(before.get(question));
            Map<String, String> besideNow = beside(after.get(question));
            boolean both = before.containsKey(question) && after.containsKey(question);
            String one = said(before.get(question)) + (both ? only(besideThen, besideNow) : "");
            String other = said(after.get(question)) + (both ? only(besideNow, besideThen) : "");
            if (!one.equals(other)) {
                Set<String> rulesThen = rules(then, before.get(question));
                Set<String> rulesNow = rules(now, after.get(question));
                answers.add(
                        new Answer(question, one, other, without(rulesThen, rulesNow), without(rulesNow, rulesThen)));
            }
        }
        List<String> members = new ArrayList<>();
        if (bytes) {
            Set<String> keys = new LinkedHashSet<>(then.keySet());
            keys.addAll(now.keySet());
            keys.stream()
                    .filter(key -> !String.valueOf(then.get(key)).equals(String.valueOf(now.get(key))))
                    .forEach(members::add);
            if (members.isEmpty()) {
                members.add("bytes");
            }
        }
        return new Replayed(practitioner, bytes || !answers.isEmpty(), answers, members);
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    private static Map<String, Map<?, ?>> answers(Map<String, Object> decision) {
        Map<String, Map<?, ?>> answers = new LinkedHashMap<>();
        if (decision.get("answers") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> answer && answer.get("acts") instanceof List<?> acts) {
                    acts.forEach(act -> {
                        Map<?, ?> one = about(answer, String.valueOf(acts.get(0)), String.valueOf(act));
                        answers.put(String.valueOf(one.get("question")), one);
                    });
                } else if (each instanceof Map<?, ?> answer) {
                    answers.put(String.valueOf(answer.get("question")), answer);
                }
            }
        }
        return answers;
    }

    /** An answer about several acts as that about one of them. */
    private static Map<?, ?> about(Map<?, ?> answer, String first, String act) {
        Map<Object, Object> one = new LinkedHashMap<>(answer);
        one.remove("acts");
        one.put("question", String.valueOf(answer.get("question")).replace(":" + first + ":", ":" + act + ":"));
        if (answer.get("missing") instanceof List<?> missing) {
            one.put(
                    "missing",
                    missing.stream()
                            .map(path -> String.valueOf(path).replace("acts." + first + ".", "acts." + act + "."))
                            .toList());
        }
        return one;
    }

    /** What an answer says, in the order in which people read it; all but its proof. */
    private static String said(Map<?, ?> answer) {
        if (answer == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(String.valueOf(answer.get("verdict")));
        for (String key : List.of("value", "unit", "amount", "reason")) {
            if (answer.get(key) != null) {
                text.append(' ').append(answer.get(key)).append(key.equals("amount") ? " EUR" : "");
            }
        }
        return text.toString();
    }

    /** What an answer says beside that, by key. */
    private static Map<String, String> beside(Map<?, ?> answer) {
        Map<String, String> beside = new TreeMap<>();
        if (answer != null) {
            answer.forEach((key, value) -> {
                if (key.equals("details") && value instanceof Map<?, ?> details) {
                    details.forEach((name, detail) -> beside.put(String.valueOf(name), String.valueOf(detail)));
                } else if (!SAID.contains(key)) {
                    beside.put(String.valueOf(key), String.valueOf(value));
                }
            });
        }
        return beside;
    }

    /** What one says beside and the other does not, in brackets. */
    private static String only(Map<String, String> one, Map<String, String> other) {
        List<String> only = one.entrySet().stream()
                .filter(each -> !each.getValue().equals(other.get(each.getKey())))
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        return only.isEmpty() ? "" : " (" + String.join(", ", only) + ")";
    }

    /** Every rule that an answer rests on, with its place and the parameters it read. */
    private static Set<String> rules(Map<String, Object> decision, Map<?, ?> answer) {
        Map<String, Map<?, ?>> firings = new LinkedHashMap<>();
        if (decision.get("firings") instanceof List<?> list) {
            list.forEach(each -> firings.put(String.valueOf(((Map<?, ?>) each).get("id")), (Map<?, ?>) each));
        }
        Set<String> rules = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        List<Object> open = new ArrayList<>(answer == null ? List.of() : (List<?>) answer.get("proof"));
        while (!open.isEmpty()) {
            String id = String.valueOf(open.remove(0));
            Map<?, ?> firing = firings.get(id);
            if (firing == null) {
                rules.add(id);
            } else if (seen.add(id)) {
                rules.add(firing.get("rule") + " " + firing.get("at") + parameters(firing));
                open.addAll((List<?>) firing.get("because"));
            }
        }
        return rules;
    }

    private static String parameters(Map<?, ?> firing) {
        StringBuilder text = new StringBuilder();
        if (firing.get("parameters") instanceof Map<?, ?> parameters) {
            parameters.forEach((name, value) -> {
                if (!String.valueOf(name).endsWith("@")) {
                    text.append(", ").append(name).append(" = ").append(value);
                }
            });
        }
        return text.toString();
    }
}
