package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Act;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Values of a formula that reads one or two given fields of an act, which take few values, and nothing else. */
final class UnitMemo {
    private static final int MOST = 20_000;
    private static final int FEW = 8;

    private final Formula formula;
    private final int first;
    private final int second;
    private final List<Known> few = new ArrayList<>(FEW);
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

    /**
     * A value that is known.
     *
     * @param value the value
     * @param confidence weakest of what it was found from
     * @param few whether it is one of the first few, so that it may tell units apart
     */
    static final class Known {
        private final Object value;
        private final Confidence confidence;
        private final boolean few;

        Known(Object value, Confidence confidence, boolean few) {
            this.value = value;
            this.confidence = confidence;
            this.few = few;
        }

        Object value() {
            return value;
        }

        Confidence confidence() {
            return confidence;
        }

        boolean isFew() {
            return few;
        }
    }

    /** The value for an act, as {@link Formula#eval} gives it; one object for equal values. */
    Known known(Act act) {
        Object key = second < 0 ? act.own(first) : new Pair(act.own(first), act.own(second));
        Known found = known.get(key);
        if (found == null) {
            Weakest own = new Weakest();
            Object value = formula.eval(act, own);
            found = one(value, own.confidence());
            if (known.size() < MOST) {
                known.put(key, found);
            }
        }
        return found;
    }

    private synchronized Known one(Object value, Confidence confidence) {
        for (Known each : few) {
            if (Objects.equals(each.value, value) && each.confidence == confidence) {
                return each;
            }
        }
        Known another = new Known(value, confidence, few.size() < FEW);
        if (another.few) {
            few.add(another);
        }
        return another;
    }
}
