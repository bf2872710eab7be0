package fr.optam.compare.impact;

import fr.optam.decision.Answer;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What of an answer is money to the practitioner, as the list {@code reference/enjeux} of the rulebook says. */
final class Stakes {
    static final String LIST = "reference/enjeux";

    private final List<Stake> all;

    private Stakes(List<Stake> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A sum that an answer carries.
     *
     * @param id id of its row
     * @param question question
     * @param path where it stands in the answer: {@code amount}, {@code value}, or names below {@code details}
     * @param verdicts verdicts that carry it; elsewhere it is zero; empty for all
     * @param unknown verdicts under which it is not known where it is absent; else it is zero then
     * @param sign 1 if more of it is good for the practitioner, -1 if it is bad
     * @param counted whether it counts in the balance
     * @param beyond id of the stake that has counted the same already; empty if none has
     * @param label what people call it
     */
    record Stake(
            String id,
            String question,
            List<String> path,
            Set<String> verdicts,
            Set<String> unknown,
            int sign,
            boolean counted,
            String beyond,
            Sentence label) {}

    /** The stakes of a rulebook; none if it has no such list. */
    static Stakes of(Rulebook rulebook) {
        return new Stakes(rulebook.list(LIST).map(PlainTable::rows).orElse(List.of()).stream()
                .map(Stakes::stake)
                .toList());
    }

    private static Stake stake(PlainRow row) {
        return new Stake(
                row.id(),
                text(row, "question"),
                List.of(text(row, "figure").split("\\.")),
                codes(row, "verdicts"),
                codes(row, "unknown"),
                text(row, "direction").equals("LOSS") ? -1 : 1,
                Boolean.TRUE.equals(row.values().get("counted")),
                text(row, "beyond"),
                new Sentence(text(row, "fr"), text(row, "en")));
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }

    private static Set<String> codes(PlainRow row, String column) {
        Set<String> codes = new TreeSet<>(Arrays.asList(text(row, column).split(";")));
        codes.remove("");
        return codes;
    }

    /** The stakes in the order of their rows. */
    List<Stake> all() {
        return all;
    }

    /** Those of a question; the first is the one that is shown for it. */
    List<Stake> of(String question) {
        return all.stream().filter(s -> s.question().equals(question)).toList();
    }

    /**
     * What an answer is worth to the practitioner.
     *
     * @param answer the answer; none if the question was not asked, which is worth nothing
     * @param lines lines it is an answer about
     * @return cents of all lines, negative if it costs; empty if it is not known
     */
    static OptionalLong worth(Stake stake, Optional<Answer> answer, long lines) {
        if (answer.isEmpty()) {
            return OptionalLong.of(0);
        }
        Found found = find(stake, answer.get());
        if (!stake.verdicts().isEmpty() && !stake.verdicts().contains(found.verdict())) {
            return stake.unknown().contains(found.verdict()) ? OptionalLong.empty() : OptionalLong.of(0);
        }
        if (found.text().isPresent()) {
            try {
                long cents = new BigDecimal(found.text().get())
                        .setScale(2, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact();
                return OptionalLong.of(Math.multiplyExact(Math.multiplyExact(cents, stake.sign()), lines));
            } catch (NumberFormatException noFigure) {
                return OptionalLong.empty();
            }
        }
        return stake.unknown().contains(found.verdict()) ? OptionalLong.empty() : OptionalLong.of(0);
    }

    /** A figure as text, and the verdict that stands beside it. */
    private record Found(Optional<String> text, String verdict) {}

    private static Found find(Stake stake, Answer answer) {
        String first = stake.path().get(0);
        if (first.equals("amount")) {
            return new Found(answer.amount(), answer.verdict());
        }
        if (first.equals("value")) {
            return new Found(answer.value(), answer.verdict());
        }
        Object at = answer.details();
        Object above = at;
        for (String name : stake.path().subList(1, stake.path().size())) {
            above = at;
            at = at instanceof Map<?, ?> level ? level.get(name) : null;
        }
        Object beside = above instanceof Map<?, ?> level ? level.get("verdict") : null;
        return new Found(
                Optional.ofNullable(at).map(String::valueOf),
                beside == null ? answer.verdict() : String.valueOf(beside));
    }
}
