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
    private static final int MAX_NODES = 100_000;

    private final UnitLearner learner;
    private final UnitContexts contexts;
    private final UnitStarts starts;
    private final int[] ends;
    private final AtomicInteger nodes = new AtomicInteger();

    /** @param ends by stage of units, the first stage that runs only after others */
    Units(UnitPlan plan, UnitLearner learner, UnitStarts starts, int[] ends) {
        this.learner = learner;
        this.contexts = plan.contexts();
        this.starts = starts;
        this.ends = ends;
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
        UnitNode node = (UnitNode) act.alike();
        UnitNode reached = node;
        while (node.at() < to) {
            UnitNode far = node.far();
            if (far != null) {
                node = far;
                continue;
            }
            UnitFork fork = node.fork(context.of(node.at()));
            if (fork != null
                    && fork.isStraight()
                    && fork.only() != null
                    && fork.only().same()) {
                UnitNode next = fork.only().only();
                if (next != null) {
                    shorten(node, context, next);
                    node = next;
                    continue;
                }
            }
            if (reached != node) {
                act.alike(node);
            }
            node = advance(node, context.of(node.at()), act, weakest);
            reached = node;
        }
        if (reached != node) {
            act.alike(node);
        }
    }

    private void shorten(UnitNode node, UnitContexts.Context context, UnitNode next) {
        if (context.of(node.at()) == null) {
            UnitNode far = next.far();
            node.far(far != null && far.at() <= ends[node.at()] ? far : next);
        }
    }

    private UnitNode advance(UnitNode node, Object context, Act act, Weakest weakest) {
        UnitFork fork = node.fork(context);
        if (fork == null) {
            fork = node.keep(context, new UnitFork(learner.probes(node, new UnitRun(act))));
        }
        Object probed = fork.isStraight() ? null : fork.probe(act);
        UnitStep step = probed == null ? fork.only() : fork.step(probed);
        if (step == null) {
            step = node.one(learner.step(node, new UnitRun(act)));
            if (probed == null) {
                fork.only(step);
            } else {
                fork.learn(probed, step);
            }
        }
        UnitNode next = step.same() ? step.only() : step.known(act);
        UnitStep.Done done = null;
        if (next == null && !step.same()) {
            done = step.run(act, weakest);
            next = step.next(done);
        }
        if (next == null) {
            nodes.incrementAndGet();
            UnitNode made = learner.next(node, step, done);
            next = done == null ? step.only(made) : step.next(act, done, made);
        }
        if (done != null) {
            step.keep(act, done, next);
        }
        act.alike(next);
        return next;
    }
}
