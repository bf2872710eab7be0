package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What base and variant conclude at one stage of acts with their letters: found once for all that are alike. */
final class UnitLooks {
    private static final int MOST = 100_000;
    private static final Object NOTHING = "\0nothing";
    private static final Told SAME = new Told(false, List.of());
    private static final Told OTHER = new Told(true, List.of());

    private final int variant;
    private final UnitPlan plan;
    private final int stage;
    private final Map<Kind, Differing> differing = new EnumMap<>(Kind.class);
    private final Map<UnitNode, Map<Object, Look>> known = new ConcurrentHashMap<>();

    /** @param stage place of the stage among those of units */
    UnitLooks(int variant, UnitPlan plan, int stage, List<Differing> all) {
        this.variant = variant;
        this.plan = plan;
        this.stage = stage;
        all.forEach(d -> differing.put(d.kind(), d));
    }

    /** Formulas of one fact that must be compared for each unit. */
    private record Each(int ordinal, RulePair.Formulas formulas) {}

    /**
     * What is known of units that look alike.
     *
     * @param differ whether base and variant conclude otherwise of all
     * @param each if not, what must be compared for each
     */
    private record Told(boolean differ, List<Each> each) {}

    /**
     * What must be looked at in units of a node, and what is known then.
     *
     * @param fork what must be looked at
     * @param told what is known by what was seen
     */
    private record Look(UnitFork fork, Map<Object, Told> told) {}

    int variant() {
        return variant;
    }

    /** Whether both conclude otherwise of an act or its letters, which have come to the stage. */
    boolean differ(Act act, UnitContexts.Context context) {
        UnitNode node = (UnitNode) act.alike();
        Object key = context.of(stage);
        Look look = look(node, key == null ? NOTHING : key, act);
        Object seen = look.fork().isStraight() ? NOTHING : look.fork().probe(act);
        Told told = look.told().get(seen);
        if (told == null) {
            told = told(node, act);
            look.told().put(seen, told);
        }
        for (Each each : told.each()) {
            if (each.formulas().differ(UnitRun.fact(act, each.ordinal()))) {
                return true;
            }
        }
        return told.differ();
    }

    private Look look(UnitNode node, Object key, Act act) {
        Map<Object, Look> looks = known.get(node);
        if (looks == null) {
            if (known.size() > MOST) {
                known.clear();
            }
            looks = known.computeIfAbsent(node, n -> new ConcurrentHashMap<>(2));
        }
        Look look = looks.get(key);
        if (look == null) {
            look = new Look(new UnitFork(probes(node, new UnitRun(act))), new ConcurrentHashMap<>(2));
            looks.put(key, look);
        }
        return look;
    }

    private List<UnitFork.Probe> probes(UnitNode node, UnitRun unit) {
        Set<UnitFork.Probe> probes = new LinkedHashSet<>();
        for (Differing each : differing.values()) {
            for (StageProgram program : each.programs()) {
                probes.addAll(UnitLearner.probes(plan, Map.of(each.kind(), program), node, unit));
            }
        }
        return List.copyOf(probes);
    }

    private Told told(UnitNode node, Act act) {
        UnitRun unit = new UnitRun(act);
        UnitTracer tracer = new UnitTracer(plan, unit, node);
        List<Each> each = new ArrayList<>();
        for (int i = 0; i < unit.size(); i++) {
            Fact fact = unit.fact(i);
            Differing what = differing.get(fact.kind());
            List<RulePair.Formulas> open = what == null ? List.of() : what.open(fact);
            if (open == null) {
                return OTHER;
            }
            for (RulePair.Formulas formulas : open) {
                if (!isSame(tracer, formulas, fact)) {
                    each.add(new Each(i, formulas));
                } else if (formulas.differ(fact)) {
                    return OTHER;
                }
            }
        }
        return each.isEmpty() ? SAME : new Told(false, each);
    }

    /** Whether both formulas have the same value for all units of the node. */
    private static boolean isSame(UnitTracer tracer, RulePair.Formulas formulas, Fact fact) {
        return tracer.eval(formulas.base(), fact, Confidence.LAW).how() == UnitTracer.Found.SAME
                && tracer.eval(formulas.variant(), fact, Confidence.LAW).how() == UnitTracer.Found.SAME;
    }
}
