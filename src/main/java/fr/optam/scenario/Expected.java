package fr.optam.scenario;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a scenario states of a decision; whatever it does not state may be anything.
 *
 * @param title the sentence that must stay true
 * @param overlays names of the overlays in use
 * @param outcome outcome code; empty if not stated
 * @param answers by question, the keys that are stated
 * @param lists the stated lists by name: absentAnswers, problems, noProblems, missing, fires, silent, refused
 */
record Expected(
        String title,
        List<String> overlays,
        String outcome,
        Map<String, JsonNode> answers,
        Map<String, List<String>> lists) {
    private static final Set<String> LISTS =
            Set.of("absentAnswers", "problems", "noProblems", "missing", "fires", "silent", "refused");
    private static final Set<String> ANSWER =
            Set.of("verdict", "value", "unit", "amount", "reason", "confidence", "details", "missing");

    /** Reads a document; an unknown key is refused, so that a slip of the pen asserts nothing by mistake. */
    static Expected of(ObjectNode document, String file) throws ScenarioInvalid {
        Map<String, List<String>> lists = new TreeMap<>();
        Map<String, JsonNode> answers = new TreeMap<>();
        String title = "";
        String outcome = "";
        List<String> overlays = List.of();
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals("title")) {
                title = value.asString("").strip();
            } else if (key.equals("outcome")) {
                outcome = value.asString("");
            } else if (key.equals("overlays")) {
                overlays = texts(value, file, key);
            } else if (key.equals("answers")) {
                value.properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
            } else if (LISTS.contains(key)) {
                lists.put(key, texts(value, file, key));
            } else {
                throw unknown(file, key, "title, overlays, outcome, answers, " + String.join(", ", sorted(LISTS)));
            }
        }
        if (title.isEmpty()) {
            throw new ScenarioInvalid(
                    "TITLE_MISSING",
                    file,
                    new Sentence("pas de titre.", "no title."),
                    new Sentence(
                            "Peut-être ajouter la phrase qui doit rester vraie.",
                            "Maybe add the sentence that must stay true."));
        }
        check(answers, file);
        if (outcome.isEmpty() && answers.isEmpty() && lists.values().stream().allMatch(List::isEmpty)) {
            throw new ScenarioInvalid(
                    "NOTHING_STATED",
                    file,
                    new Sentence(
                            "rien n’est attendu : ce scénario ne peut pas échouer.", "states nothing: it cannot fail."),
                    new Sentence("Peut-être ajouter un verdict.", "Maybe add a verdict."));
        }
        return new Expected(title, overlays, outcome, answers, lists);
    }

    /** A stated list; empty if not stated. */
    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    private static void check(Map<String, JsonNode> answers, String file) throws ScenarioInvalid {
        for (Map.Entry<String, JsonNode> answer : answers.entrySet()) {
            if (answer.getValue().isEmpty()) {
                throw new ScenarioInvalid(
                        "NOTHING_STATED",
                        file,
                        new Sentence(
                                "answers." + answer.getKey() + " n’affirme rien.",
                                "answers." + answer.getKey() + " states nothing."),
                        new Sentence(
                                "Peut-être la question va-t-elle sous absentAnswers.",
                                "Maybe the question belongs under absentAnswers."));
            }
            for (String key : answer.getValue().propertyNames()) {
                if (!ANSWER.contains(key)) {
                    throw unknown(file, "answers." + answer.getKey() + "." + key, String.join(", ", sorted(ANSWER)));
                }
            }
        }
    }

    private static ScenarioInvalid unknown(String file, String key, String known) {
        return new ScenarioInvalid(
                "KEY_UNKNOWN",
                file,
                new Sentence("clé inconnue " + key + ".", "unknown key " + key + "."),
                new Sentence("Peut-être une de celles-ci : " + known + ".", "Maybe one of " + known + "."));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static List<String> texts(JsonNode list, String file, String key) throws ScenarioInvalid {
        if (!list.isArray()) {
            throw new ScenarioInvalid(
                    "NOT_A_LIST",
                    file,
                    new Sentence(key + " n’est pas une liste.", key + " is not a list."),
                    new Sentence(
                            "Peut-être écrire [" + list.asString("") + "].",
                            "Maybe write [" + list.asString("") + "]."));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            texts.add(item.asString());
        }
        return List.copyOf(texts);
    }
}
