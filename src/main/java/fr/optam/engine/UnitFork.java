package fr.optam.engine;

import fr.optam.fact.flat.Act;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the next stage does with units of a node, for practitioner-years alike in what that stage reads of them. */
final class UnitFork {
    private static final Object NOTHING = "\0nothing";

    private final Probe[] probes;
    private final Map<Object, UnitStep> steps;
    private volatile UnitStep only;

    /** @param probes what must be looked at in each unit */
    UnitFork(List<Probe> probes) {
        this.probes = probes.toArray(Probe[]::new);
        this.steps = probes.isEmpty() ? Map.of() : new ConcurrentHashMap<>(2);
    }

    /**
     * What must be looked at in each unit.
     *
     * @param ordinal fact of the unit
     * @param feature what to look at
     */
    record Probe(int ordinal, Feature feature) {}

    /** Whether it is the same for all units. */
    boolean isStraight() {
        return probes.length == 0;
    }

    /** The step of all units; null if it is not known yet. */
    UnitStep only() {
        return only;
    }

    void only(UnitStep step) {
        only = step;
    }

    /** The step of units in which what was looked at is the same; null if it is not known yet. */
    UnitStep step(Object probed) {
        return steps.get(probed);
    }

    void learn(Object probed, UnitStep step) {
        steps.put(probed, step);
    }

    /** Looks at what must be looked at. */
    Object probe(Act act) {
        if (probes.length == 1) {
            Object seen = seen(0, act);
            return seen == null ? NOTHING : seen;
        }
        Object[] values = new Object[probes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = seen(i, act);
        }
        return new Key(values);
    }

    private Object seen(int probe, Act act) {
        return probes[probe].feature().of(UnitRun.fact(act, probes[probe].ordinal()));
    }
}
