package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Formula;
import java.util.BitSet;

/** Values of a formula for one fact of a frame, by what it reads where that takes few values. */
final class YearMemo {
    private static final int MOST_READ = 24;
    private static final int MOST = 4000;
    private static final int PATIENCE = 500;

    private final Formula formula;
    private final Classes classes;
    private volatile Known known = new Known(new int[0], new NumberTable<>());
    private int found;
    private int missed;

    /** @param classes tells the values apart of the field that gets the value */
    YearMemo(Formula formula, Classes classes) {
        this.formula = formula;
        this.classes = classes;
    }

    private record Known(int[] addresses, NumberTable<Valued> values) {}

    private record Valued(Classes.Numbered value, Confidence confidence) {}

    /** The value for a fact, as {@link Formula#eval} gives it; with its numbers if they are known. */
    Object eval(YearRun run, Fact fact, Weakest weakest, int[] scratch) {
        Known now = known;
        if (now == null) {
            return formula.eval(fact, weakest);
        }
        int[] addresses = now.addresses;
        for (int i = 0; i < addresses.length; i++) {
            int number = run.fine(addresses[i]);
            if (number < 0) {
                missed();
                return formula.eval(fact, weakest);
            }
            scratch[i] = number;
        }
        Valued value = now.values.get(scratch, addresses.length);
        if (value == null) {
            value = learn(run, fact, now, scratch);
        } else {
            found++;
        }
        weakest.weak(value.confidence);
        return value.value;
    }

    private void missed() {
        if (++missed > PATIENCE && missed > found) {
            known = null;
        }
    }

    private Valued learn(YearRun run, Fact fact, Known now, int[] scratch) {
        missed();
        YearTracer.Traced traced = YearTracer.eval(formula, fact, run);
        Valued value = new Valued(classes.numbered(traced.value()), traced.confidence());
        if (traced.exact() && now.values.size() < MOST) {
            BitSet all = new BitSet();
            for (int address : now.addresses) {
                all.set(address);
            }
            all.or(traced.read());
            if (all.cardinality() == now.addresses.length) {
                now.values.put(scratch, now.addresses.length, value);
            } else {
                known = all.cardinality() > MOST_READ
                        ? null
                        : new Known(all.stream().toArray(), new NumberTable<>());
            }
        }
        return value;
    }

    /** Numbers of addresses that it may look at. */
    static int most() {
        return MOST_READ;
    }
}
