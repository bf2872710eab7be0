package fr.optam.explain;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which verdict of a question is better for the practitioner, as the list {@code reference/verdicts} says. */
final class Ranking {
    private static final String LIST = "reference/verdicts";

    private final Map<String, Order> orders = new HashMap<>();

    /** Verdicts from the best to the worst, and those that are as good as the best. */
    private record Order(List<String> best, List<String> asGood) {
        int place(String verdict) {
            return asGood.contains(verdict) ? 0 : best.indexOf(verdict);
        }
    }

    Ranking(Rulebook rulebook) {
        rulebook.list(LIST)
                .map(PlainTable::rows)
                .orElse(List.of())
                .forEach(row -> orders.put(
                        String.valueOf(row.values().get("question")),
                        new Order(codes(row, "best"), codes(row, "asGood"))));
    }

    private static List<String> codes(PlainRow row, String column) {
        return Optional.ofNullable(row.values().get(column))
                .map(value -> Arrays.stream(String.valueOf(value).split("[;,]"))
                        .map(String::strip)
                        .toList())
                .orElse(List.of());
    }

    /** The row of a question; {@code modifier:*} stands for every letter of every act. */
    private Optional<Order> order(String question) {
        int colon = question.indexOf(':');
        return Optional.ofNullable(orders.get(colon < 0 ? question : question.substring(0, colon) + ":*"));
    }

    /** Whether a question has a better verdict than this one. */
    boolean improvable(String question, String verdict) {
        return order(question).filter(order -> order.place(verdict) > 0).isPresent();
    }

    /** Whether a verdict is better than another. */
    boolean better(String question, String verdict, String than) {
        return order(question)
                .filter(order -> order.place(verdict) >= 0 && order.place(verdict) < order.place(than))
                .isPresent();
    }
}
