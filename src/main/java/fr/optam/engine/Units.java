package fr.optam.engine;

import fr.optam.fact.flat.Year;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs acts with their letters through the stages. What was learnt of one unit is done with all that are like it; nothing
 * of a decision depends on what was learnt before.
 */
final class Units {
    private static final int MAX_NODES = 100_000;

    private final UnitPlan plan;
    private final UnitLearner learner;
    private final UnitSums sums;
    private final Map<Key, Context> contexts = new ConcurrentHashMap<>();
    private final AtomicInteger nodes = new AtomicInteger();

    Units(UnitPlan plan, UnitLearner learner) {
        this.plan = plan;
        this.learner = learner;
        this.sums = new UnitSums(plan);
    }

    /** What is known of a practitioner-year before some stages of units, one object each, and where its units start. */
    static final class Context {
        private final Map<Key, UnitNode> starts = new ConcurrentHashMap<>();
    }

    /**
     * Runs the units of one practitioner-year through some stages.
     *
     * @param year the practitioner-year
     * @param units its units
     * @param context what is known of the practitioner-year
     * @param to first stage of units that is not run
     */
    void run(Year year, UnitRun[] units, Context context, int to) {
        Weakest weakest = new Weakest();
        for (UnitRun unit : units) {
            UnitNode node = unit.node() == null
                    ? start(context.starts, unit)
                    : unit.node().continued().get(context);
            if (node == null) {
                node = learned(
                        new UnitNode(unit.node().at(), unit.node().differing(), unit.node(), java.util.List.of(), sums),
                        unit,
                        to);
                unit.node().continued().put(context, node);
            }
            while (node.at() < to) {
                node = advance(node, unit, to, weakest);
            }
            unit.at(node);
        }
        year.scattered();
    }

    /** What is known of a practitioner-year. */
    Context context(Year year) {
        if (nodes.get() > MAX_NODES) {
            nodes.set(0);
            contexts.clear();
        }
        Key key = plan.context(year);
        Context known = contexts.get(key);
        return known != null ? known : contexts.computeIfAbsent(key, k -> new Context());
    }

    private UnitNode start(Map<Key, UnitNode> starts, UnitRun unit) {
        Key key = plan.key(unit);
        UnitNode node = starts.get(key);
        if (node == null) {
            BitSet[] differing = new BitSet[unit.size()];
            for (int i = 0; i < differing.length; i++) {
                differing[i] = new BitSet();
            }
            for (int i = 0; i < unit.fact(0).layout().names().size(); i++) {
                differing[0].set(
                        i, plan.isOwn(i) && UnitNode.isKnown(unit.fact(0).own(i)));
            }
            node = learned(new UnitNode(0, differing, null, java.util.List.of(), sums), unit, 1);
            starts.put(key, node);
        }
        return node;
    }

    private UnitNode learned(UnitNode node, UnitRun unit, int to) {
        nodes.incrementAndGet();
        if (node.at() < to) {
            node.look(learner.probes(node, unit));
        }
        return node;
    }

    private UnitNode advance(UnitNode node, UnitRun unit, int to, Weakest weakest) {
        Key probed = node.probe(unit);
        UnitStep step = node.step(probed);
        if (step == null) {
            step = learner.step(node, unit);
            node.learn(probed, step);
        }
        if (step.same()) {
            step.write(unit);
            UnitNode next = step.only();
            if (next == null) {
                next = learned(learner.next(node, step, null), unit, to);
                step.only(next);
            } else if (next.at() < to && next.isOpen()) {
                node.learn(probed, step.joined(next.step(null)));
            }
            return next;
        }
        UnitStep.Done done = step.run(unit, weakest);
        UnitNode next = step.next(done);
        if (next == null) {
            next = learned(learner.next(node, step, done), unit, to);
            step.next(done, next);
        }
        return next;
    }
}
