package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws curves: decides a grid, then halves every stretch over which an answer turns, down to the cent. */
final class Curves {
    private static final int MOST_TURNS = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 6;

    private final Probe probe;
    private final Probe quick;
    private final Practice planned;
    private final BigDecimal fees;

    /**
     * @param probe the engine, asked about all facts
     * @param quick the engine, asked about fewer: it says where to look, what it says is asked again of the other
     */
    Curves(Probe probe, Probe quick, Practice planned) {
        this.probe = probe;
        this.quick = quick;
        this.planned = planned;
        this.fees = planned.fees().orElseThrow();
    }

    /**
     * One curve.
     *
     * @param amount what is turned
     * @param to percent of the fees up to which it goes
     * @param step percent from one point of the grid to the next
     */
    Curve of(Amount amount, int to, int step) {
        TreeSet<Long> grid = new TreeSet<>();
        for (int percent = 0; percent <= to; percent += step) {
            grid.add(Probe.cents(fees.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.DOWN)));
        }
        long here = Probe.cents((amount == Amount.OVERRUNS ? planned.overruns() : planned.opposable()).orElseThrow());
        grid.add(here);
        probe.ask(grid.stream().map(cents -> practice(amount, cents)).toList());
        List<Curve.Turn> turns = new ArrayList<>();
        Iterator<Long> all = List.copyOf(grid).iterator();
        long low = all.next();
        while (all.hasNext()) {
            long high = all.next();
            turns(amount, low, high, turns);
            low = high;
        }
        turns.forEach(turn -> grid.addAll(List.of(Probe.cents(turn.last()), Probe.cents(turn.next()))));
        return new Curve(
                amount,
                grid.stream()
                        .map(cents -> new Curve.Point(
                                Probe.amount(cents),
                                Probe.amount(cents).divide(fees, DIGITS, RoundingMode.HALF_UP),
                                cents == here,
                                probe.answers(practice(amount, cents))))
                        .toList(),
                turns);
    }

    private Practice practice(Amount amount, long cents) {
        return planned.with(amount, Probe.amount(cents));
    }

    private void turns(Amount amount, long from, long to, List<Curve.Turn> turns) {
        long low = from;
        for (int i = 0; i < MOST_TURNS && !sign(probe, amount, low).equals(sign(probe, amount, to)); i++) {
            long below = last(quick, amount, low, to);
            Map<String, String> sign = sign(probe, amount, low);
            boolean found = below < to
                    && sign(probe, amount, below).equals(sign)
                    && !sign(probe, amount, below + 1).equals(sign);
            if (!found) {
                below = last(probe, amount, low, to);
            }
            turns.add(turn(amount, below, below + 1));
            low = below + 1;
        }
    }

    /** The last cent of a stretch at which answers are as at its start; the end if they are all along. */
    private long last(Probe asked, Amount amount, long from, long to) {
        Map<String, String> sign = sign(asked, amount, from);
        if (sign(asked, amount, to).equals(sign)) {
            return to;
        }
        long below = from;
        long high = to;
        while (high - below > 1) {
            long middle = below + (high - below) / 2;
            if (sign(asked, amount, middle).equals(sign)) {
                below = middle;
            } else {
                high = middle;
            }
        }
        return below;
    }

    private Curve.Turn turn(Amount amount, long last, long next) {
        Map<String, String> before = sign(probe, amount, last);
        Map<String, String> after = sign(probe, amount, next);
        List<Answer> was = new ArrayList<>();
        List<Answer> is = new ArrayList<>();
        before.forEach((question, sign) -> {
            if (!sign.equals(after.get(question))) {
                was.add(probe.answers(practice(amount, last)).get(question));
                is.add(probe.answers(practice(amount, next)).get(question));
            }
        });
        return new Curve.Turn(Probe.amount(last), Probe.amount(next), was, is);
    }

    /** What of the answers goes by steps: verdict, reason, and a share that is looked up. */
    private Map<String, String> sign(Probe asked, Amount amount, long cents) {
        Map<String, String> sign = new TreeMap<>();
        probe.answers(practice(amount, cents))
                .forEach((question, answer) -> sign.put(
                        question,
                        answer.verdict() + " " + answer.reason() + " "
                                + (answer.unit().filter("share"::equals).isPresent()
                                        ? answer.value().orElse("")
                                        : "")));
        return sign;
    }
}
