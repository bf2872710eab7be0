package fr.optam.cli;

import fr.optam.run.Replayed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A decision that was decided again and differs, as a person and as a program read it. */
final class ReplayText {
    private ReplayText() {}

    /** Who, then each answer before and after, and the rules that carry the one and not the other. */
    static String text(Replayed each) {
        StringBuilder text = new StringBuilder(each.practitioner());
        text.append(each.members().isEmpty() ? "" : ": " + String.join(", ", each.members()))
                .append('\n');
        for (Replayed.Answer answer : each.answers()) {
            text.append("  ").append(answer.question()).append(": ").append(dash(answer.before()));
            text.append(" → ").append(dash(answer.after())).append('\n');
            rules(text, "    − ", answer.rulesBefore());
            rules(text, "    + ", answer.rulesAfter());
        }
        return text.toString();
    }

    private static void rules(StringBuilder text, String sign, List<String> rules) {
        rules.forEach(rule -> text.append(sign).append(rule).append('\n'));
    }

    private static String dash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    /** The same as JSON. */
    static Map<String, Object> json(Replayed each) {
        Map<String, Object> json = new TreeMap<>();
        json.put("practitioner", each.practitioner());
        json.put("members", each.members());
        json.put("answers", each.answers().stream().map(ReplayText::json).toList());
        return json;
    }

    private static Map<String, Object> json(Replayed.Answer answer) {
        return new TreeMap<>(Map.of(
                "question", answer.question(),
                "before", answer.before(),
                "after", answer.after(),
                "rulesBefore", answer.rulesBefore(),
                "rulesAfter", answer.rulesAfter()));
    }
}
