package fr.optam.explain.ahead;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches limits by halving, in cents, with the engine as the judge. */
final class Limits {
    private static final String LIST = "reference/verdicts";
    private static final BigDecimal FAR = BigDecimal.TEN;

    private final Probe probe;
    private final Probe quick;
    private final Practice planned;
    private final Map<String, String> best = new HashMap<>();

    /**
     * @param probe the engine, asked about all facts
     * @param quick the engine, asked about fewer: it says where to look, what it says is asked again of the other
     */
    Limits(Rulebook rulebook, Probe probe, Probe quick, Practice planned) {
        this.probe = probe;
        this.quick = quick;
        this.planned = planned;
        rulebook.list(LIST)
                .map(PlainTable::rows)
                .orElse(List.of())
                .forEach(row -> best.put(
                        text(row, "question"),
                        text(row, "best").split("[;,]")[0].strip().replace("[", "")));
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }

    /** Limits of the overruns and of the fees at opposable tariffs for some questions, where all amounts are known. */
    List<Limit> of(List<String> questions) {
        List<Limit> all = new ArrayList<>();
        if (planned.known() && planned.fees().orElseThrow().signum() > 0) {
            for (String question : questions) {
                all.add(of(
                        question, Amount.OVERRUNS, planned.fees().orElseThrow().multiply(FAR)));
                all.add(of(question, Amount.OPPOSABLE, planned.fees().orElseThrow()));
                all.add(of(
                        question,
                        Amount.EXTRA,
                        planned.fees().orElseThrow().multiply(FAR).multiply(FAR)));
            }
        }
        return all;
    }

    private Limit of(String question, Amount amount, BigDecimal far) {
        String wanted = best.getOrDefault(question, "");
        long low = 0;
        long high = Probe.cents(far.setScale(2, java.math.RoundingMode.DOWN));
        boolean first = holds(question, wanted, amount, low);
        boolean last = holds(question, wanted, amount, high);
        if (first == last) {
            boolean known = !probe.verdict(question, planned).startsWith("NOT_");
            return new Limit(
                    question,
                    wanted,
                    amount,
                    !known ? Limit.Kind.UNKNOWN : first ? Limit.Kind.ALWAYS : Limit.Kind.NEVER,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        long[] sides = sides(quick, question, wanted, amount, low, high);
        if (holds(question, wanted, amount, sides[0]) != first || holds(question, wanted, amount, sides[1]) == first) {
            sides = sides(probe, question, wanted, amount, low, high);
        }
        low = sides[0];
        high = sides[1];
        long held = first ? low : high;
        long lost = first ? high : low;
        return new Limit(
                question,
                wanted,
                amount,
                first ? Limit.Kind.MOST : Limit.Kind.LEAST,
                Optional.of(Probe.amount(held)),
                Optional.ofNullable(probe.answers(practice(amount, held)).get(question)),
                Optional.ofNullable(probe.answers(practice(amount, lost)).get(question)));
    }

    /** Two neighbouring cents between which the verdict turns. */
    private long[] sides(Probe asked, String question, String wanted, Amount amount, long from, long to) {
        long low = from;
        long high = to;
        boolean first = asked.verdict(question, practice(amount, from)).equals(wanted);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (asked.verdict(question, practice(amount, middle)).equals(wanted) == first) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new long[] {low, high};
    }

    private boolean holds(String question, String wanted, Amount amount, long cents) {
        return probe.verdict(question, practice(amount, cents)).equals(wanted);
    }

    private Practice practice(Amount amount, long cents) {
        return planned.with(amount, Probe.amount(cents));
    }
}
