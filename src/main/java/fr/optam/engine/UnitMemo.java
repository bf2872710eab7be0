package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Formula;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Values of a formula that reads one or two given fields of an act, which take few values, and nothing else. */
final class UnitMemo {
    private static final int MOST = 20_000;

    private final Formula formula;
    private final int first;
    private final int second;
    private final Map<Object, Known> known = new ConcurrentHashMap<>();

    /**
     * @param first place of a field
     * @param second place of another; negative if there is none
     */
    UnitMemo(Formula formula, int first, int second) {
        this.formula = formula;
        this.first = first;
        this.second = second;
    }

    private record Pair(Object first, Object second) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair p && p.first.equals(first) && p.second.equals(second);
        }

        @Override
        public int hashCode() {
            return 31 * first.hashCode() + second.hashCode();
        }
    }

    private record Known(Object value, Confidence confidence) {}

    /** The value for an act, as {@link Formula#eval} gives it. */
    Object eval(Fact act, Weakest weakest) {
        Object key = second < 0 ? act.own(first) : new Pair(act.own(first), act.own(second));
        Known found = known.get(key);
        if (found == null) {
            Weakest own = new Weakest();
            Object value = formula.eval(act, own);
            found = new Known(value, own.confidence());
            if (known.size() < MOST) {
                known.put(key, found);
            }
        }
        weakest.weak(found.confidence);
        return found.value;
    }
}
