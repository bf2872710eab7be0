package fr.optam.scenario;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decided case as a pair of YAML documents: what was given, and all that was answered.
 *
 * @param given facts
 * @param expected title, outcome, and of every answer verdict, reason, value, amount; findings, missing facts, and the
 *     rows of tables that applied
 */
public record RecordedScenario(String given, String expected) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TABLE = ".drl.xlsx!";

    /**
     * Writes a decision down.
     *
     * @param facts canonical JSON of the facts that were decided
     * @param overlays names of the overlays that were in use
     * @param title the sentence that must stay true; empty takes that of the outcome
     */
    public static RecordedScenario of(byte[] facts, Decision decision, List<String> overlays, String title) {
        ObjectNode expected = JSON.createObjectNode();
        String sentence = title.isBlank() ? decision.outcomeSentence().fr() : title;
        expected.put("title", sentence.isBlank() ? decision.outcome() : sentence.strip());
        texts(expected, "overlays", overlays);
        expected.put("outcome", decision.outcome());
        ObjectNode answers = expected.putObject("answers");
        decision.answers().forEach(answer -> answer(answers.putObject(answer.question()), answer));
        texts(
                expected,
                "problems",
                decision.problems().stream()
                        .map(Problem::code)
                        .distinct()
                        .sorted()
                        .toList());
        texts(expected, "missing", decision.missing());
        texts(
                expected,
                "fires",
                decision.firings().stream()
                        .filter(firing -> firing.at().contains(TABLE))
                        .map(Firing::rule)
                        .distinct()
                        .sorted()
                        .toList());
        JsonNode given = JSON.readTree(new String(facts, StandardCharsets.UTF_8));
        return new RecordedScenario(YamlText.of((ObjectNode) given), YamlText.of(expected));
    }

    private static void answer(ObjectNode to, Answer answer) {
        to.put("verdict", answer.verdict());
        to.put("reason", answer.reason());
        answer.value().ifPresent(value -> to.put("value", value));
        answer.amount().ifPresent(amount -> to.put("amount", amount));
    }

    private static void texts(ObjectNode to, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = to.putArray(name);
            texts.forEach(list::add);
        }
    }
}
