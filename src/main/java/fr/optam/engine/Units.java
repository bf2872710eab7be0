package fr.optam.engine;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs acts with their letters through the stages. What was learnt of one unit is done with all that are like it; nothing
 * of a decision depends on what was learnt before.
 */
final class Units {
    private static final int MAX_NODES = 400_000;

    private final UnitLearner learner;
    private final UnitContexts contexts;
    private final UnitStarts starts;
    private final AtomicInteger nodes = new AtomicInteger();

    Units(UnitPlan plan, UnitLearner learner, UnitStarts starts) {
        this.learner = learner;
        this.contexts = plan.contexts();
        this.starts = starts;
    }

    /** Adds acts to a practitioner-year, each with what it has in common with others. */
    void addAll(List<fr.optam.fact.Act> all, Year year) {
        if (nodes.get() > MAX_NODES) {
            nodes.set(0);
            starts.clear();
            contexts.clear();
        }
        starts.addAll(all, year);
    }

    /** What stages can tell of a practitioner-year as it is now. */
    UnitContexts.Context context(Year year) {
        return contexts.of(year);
    }

    /**
     * Runs the units of one practitioner-year through some stages.
     *
     * @param to first stage of units that is not run
     */
    void run(Year year, int to) {
        List<Fact> acts = year.within(Kind.ACT);
        if (acts.isEmpty()) {
            return;
        }
        UnitContexts.Context context = contexts.of(year);
        Weakest weakest = new Weakest();
        for (int i = 0; i < acts.size(); i++) {
            run((Act) acts.get(i), context, to, weakest);
        }
        year.scattered();
    }

    private void run(Act act, UnitContexts.Context context, int to, Weakest weakest) {
        UnitNode there = (UnitNode) act.alike();
        UnitNode node = there;
        while (node.at() < to) {
            UnitNode.Stop stop = node.stop(context.ahead(node.at()));
            if (stop == null) {
                stop = found(node, context, act, to);
                there = null;
            }
            node = stop.node();
            if (there != node) {
                act.alike(node);
            }
            if (stop.fork() != null) {
                node = advance(node, stop.fork(), act, weakest);
                act.alike(node);
            }
            there = node;
        }
    }

    /** Goes on as long as all units of a node do the same. */
    private UnitNode.Stop found(UnitNode from, UnitContexts.Context context, Act act, int to) {
        UnitNode node = from;
        UnitFork fork = null;
        while (node.at() < to) {
            act.alike(node);
            fork = fork(node, context.of(node.at()), act);
            if (!fork.isStraight() || !step(node, fork, null, act).same()) {
                break;
            }
            node = next(node, step(node, fork, null, act), act, null);
        }
        UnitNode.Stop stop = new UnitNode.Stop(node, node.at() < to ? fork : null);
        from.stop(context.ahead(from.at()), stop);
        return stop;
    }

    private UnitFork fork(UnitNode node, Object context, Act act) {
        UnitFork known = node.fork(context);
        return known != null ? known : node.keep(context, new UnitFork(learner.probes(node, new UnitRun(act))));
    }

    private UnitStep step(UnitNode node, UnitFork fork, Object probed, Act act) {
        UnitStep known = probed == null ? fork.only() : fork.step(probed);
        if (known != null) {
            return known;
        }
        UnitStep step = node.one(learner.step(node, new UnitRun(act)));
        if (probed == null) {
            fork.only(step);
        } else {
            fork.learn(probed, step);
        }
        return step;
    }

    private UnitNode advance(UnitNode node, UnitFork fork, Act act, Weakest weakest) {
        UnitStep step = step(node, fork, fork.isStraight() ? null : fork.probe(act), act);
        UnitNode known = step.known(act);
        if (known != null) {
            return known;
        }
        UnitStep.Done done = step.same() ? null : step.run(act, weakest);
        UnitNode next = next(node, step, act, done);
        if (done != null) {
            step.keep(act, done, next);
        }
        return next;
    }

    private UnitNode next(UnitNode node, UnitStep step, Act act, UnitStep.Done done) {
        UnitNode known = done == null ? step.only() : step.next(done);
        if (known != null) {
            return known;
        }
        nodes.incrementAndGet();
        UnitNode made = learner.next(node, step, done);
        return done == null ? step.only(made) : step.next(act, done, made);
    }
}
