package fr.optam.analysis.witness;

import fr.optam.engine.Observed;
import java.util.Comparator;
import java.util.Iterator;

/** Facts on the way to a goal. */
final class State {
    /** Nearest first; of those alike the one that was tried least, then the one found first. */
    static final Comparator<State> ORDER = Comparator.<State>comparingInt(s -> s.cost)
            .thenComparingInt(s -> s.rounds + s.depth)
            .thenComparingInt(s -> s.number);

    private final Object doc;
    private final Observed observed;
    private final int cost;
    private final int depth;
    private final int number;
    private int rounds;
    private Iterator<Object> moves;

    /**
     * @param doc the facts
     * @param observed what the table is asked, of all facts the nearest to the goal
     * @param cost how far from the goal
     * @param depth number of changes made
     * @param number how many were looked at before
     */
    State(Object doc, Observed observed, int cost, int depth, int number) {
        this.doc = doc;
        this.observed = observed;
        this.cost = cost;
        this.depth = depth;
        this.number = number;
    }

    Object doc() {
        return doc;
    }

    Observed observed() {
        return observed;
    }

    int cost() {
        return cost;
    }

    int depth() {
        return depth;
    }

    /** Whether it is looked at for the first time. */
    boolean isNew() {
        return moves == null;
    }

    /** Changes not tried yet. */
    Iterator<Object> moves(java.util.function.Supplier<Iterator<Object>> all) {
        if (moves == null) {
            moves = all.get();
        }
        rounds++;
        return moves;
    }
}
