package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which verdict of a question is better for the practitioner, as the list {@code reference/verdicts} says. */
final class Ranking {
    private static final String LIST = "reference/verdicts";

    private final Map<String, List<String>> best = new HashMap<>();

    Ranking(Rulebook rulebook) {
        rulebook.list(LIST)
                .map(PlainTable::rows)
                .orElse(List.of())
                .forEach(row -> best.put(
                        String.valueOf(row.values().get("question")),
                        Arrays.stream(String.valueOf(row.values().get("best")).split("[;,]"))
                                .map(String::strip)
                                .toList()));
    }

    /** Whether a question has a better verdict than this one. */
    boolean improvable(String question, String verdict) {
        return best.getOrDefault(question, List.of()).indexOf(verdict) > 0;
    }

    /** Answers with the worst verdict first. */
    Comparator<Answer> worstFirst(String question) {
        List<String> order = best.getOrDefault(question, List.of());
        return Comparator.comparing((Answer answer) -> -order.indexOf(answer.verdict()));
    }

    /** Whether a verdict is better than another. */
    boolean better(String question, String verdict, String than) {
        List<String> order = best.getOrDefault(question, List.of());
        int now = order.indexOf(verdict);
        return now >= 0 && now < order.indexOf(than);
    }
}
