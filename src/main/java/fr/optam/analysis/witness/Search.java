package fr.optam.analysis.witness;

import fr.optam.engine.Engine;
import fr.optam.engine.Observed;
import fr.optam.fact.PractitionerYear;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/** Best-first search for facts of which a table is asked what is wanted; the engine says how far each is. */
final class Search {
    private static final int A_ROUND = 40;
    private static final int SAME_LOOK = 2;
    private static final int STEPS = 5;

    private final Engine engine;
    private final Function<Object, Optional<PractitionerYear>> reader;
    private final Moves moves;
    private final Goal goal;
    private final Function<String, List<Object>> donors;
    private final int budget;
    private final PriorityQueue<State> open = new PriorityQueue<>(State.ORDER);
    private final Set<Object> tried = new HashSet<>();
    private final Map<Object, Integer> looks = new HashMap<>();
    private State best;
    private int runs;

    /**
     * @param donors other facts that have what is wanted of a field
     * @param budget most facts that are looked at
     */
    Search(
            Engine engine,
            Function<Object, Optional<PractitionerYear>> reader,
            Moves moves,
            Goal goal,
            Function<String, List<Object>> donors,
            int budget) {
        this.engine = engine;
        this.reader = reader;
        this.moves = moves;
        this.goal = goal;
        this.donors = donors;
        this.budget = budget;
    }

    /** Begins from some facts. */
    void seed(Object doc) {
        look(doc, 0);
    }

    /** Facts that reach the goal; the next ones if called again. */
    Optional<State> next(Function<State, List<Object>> solved) {
        while (!open.isEmpty() && runs < budget) {
            State state = open.poll();
            if (state.cost() == 0) {
                return Optional.of(state);
            }
            if (state.isNew()) {
                solved.apply(state).forEach(doc -> look(doc, state.depth() + 1));
            }
            expand(state);
        }
        return Optional.empty();
    }

    private void expand(State state) {
        Map<String, Wanted> misses = goal.misses(state.observed());
        Iterator<Object> all = state.moves(() -> moves.of(state, misses, donors));
        for (int i = 0; i < A_ROUND && all.hasNext() && runs < budget; i++) {
            State child = look(all.next(), state.depth() + 1);
            if (child != null && child.cost() < state.cost()) {
                break;
            }
        }
        if (all.hasNext()) {
            open.add(state);
        }
    }

    /** Looks at facts; keeps them if they are new and none too many look the same to the table. */
    State look(Object doc, int depth) {
        if (!tried.add(doc)) {
            return null;
        }
        State state = ask(doc, depth);
        if (state == null) {
            return null;
        }
        if (best == null || state.cost() < best.cost()) {
            best = state;
        }
        if (state.cost() == 0 || looks.merge(state.observed().values(), 1, Integer::sum) <= SAME_LOOK) {
            open.add(state);
        }
        return state;
    }

    /** What the table is asked of facts, nearest to the goal; nothing if the facts are refused. */
    State ask(Object doc, int depth) {
        Optional<PractitionerYear> read = reader.apply(doc);
        runs++;
        return read.map(facts -> nearest(facts, doc, depth)).orElse(null);
    }

    private State nearest(PractitionerYear facts, Object doc, int depth) {
        Observed[] found = {new Observed(goal.table(), "", "", Map.of())};
        int[] cost = {goal.cost(found[0]) + 1};
        engine.ask(facts, goal.table(), (table, fact) -> {
            Observed one = Observed.of(table, fact);
            int its = goal.cost(one);
            if (its < cost[0]) {
                cost[0] = its;
                found[0] = one;
            }
        });
        return new State(doc, found[0], cost[0], depth, runs);
    }

    /**
     * Facts with one number changed until a field is as wanted: two looks show how the field follows the number, more look
     * where the line between them leads.
     */
    Optional<Object> solve(State state, String field, Wanted wanted, List<Object> place, int decimals) {
        Optional<BigDecimal> target = wanted.hints().stream()
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .findFirst();
        if (target.isEmpty() || !(Doc.get(state.doc(), place) instanceof String text)) {
            return Optional.empty();
        }
        BigDecimal x0 = new BigDecimal(text);
        BigDecimal y0 = state.observed().values().get(field) instanceof BigDecimal n ? n : null;
        for (String factor : List.of("1.1", "0.5", "2", "0")) {
            BigDecimal x = x0.multiply(new BigDecimal(factor)).setScale(decimals, RoundingMode.HALF_UP);
            for (int i = 0; i < STEPS && runs < budget; i++) {
                Object doc = Doc.with(state.doc(), place, x.toPlainString());
                State there = ask(doc, state.depth() + 1);
                if (there == null || !(there.observed().values().get(field) instanceof BigDecimal y)) {
                    break;
                }
                if (wanted.holds(y)) {
                    return Optional.of(doc);
                }
                if (y0 == null || y.compareTo(y0) == 0 || x.compareTo(x0) == 0) {
                    break;
                }
                BigDecimal next = x.add(target.get()
                        .subtract(y)
                        .multiply(x.subtract(x0))
                        .divide(y.subtract(y0), MathContext.DECIMAL64));
                x0 = x;
                y0 = y;
                x = next.setScale(decimals, RoundingMode.HALF_UP);
            }
        }
        return Optional.empty();
    }

    int runs() {
        return runs;
    }

    /** The facts nearest to the goal so far. */
    Optional<State> best() {
        return Optional.ofNullable(best);
    }
}
