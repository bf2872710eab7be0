package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Year;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the facts of practitioner-years, acts and letters apart, through the stages. What was learnt of one is done with all
 * that look alike to the stage; nothing of a decision depends on what was learnt before.
 */
final class Years {
    private static final int MAX_FRAMES = 2_000;
    private static final int MAX_STEPS = 30_000;

    private final YearPlan plan;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile NumberTable<YearFrame> frames = new NumberTable<>();

    Years(YearPlan plan) {
        this.plan = plan;
    }

    /** A practitioner-year that is to run, of a civil year. */
    YearRun run(Year year, int number) {
        if (steps.get() > MAX_STEPS || frames.size() > MAX_FRAMES) {
            steps.set(0);
            frames = new NumberTable<>();
        }
        Fact[] facts = YearFrame.facts(year);
        int[] key = YearFrame.key(year, number);
        YearFrame frame = frames.get(key, key.length);
        if (frame == null) {
            frame = frames.put(key, key.length, new YearFrame(plan, facts));
        }
        return new YearRun(frame, facts);
    }

    /** What many runs of one thread have in common. */
    static final class Scratch {
        private final Weakest weakest = new Weakest();
        private final int[] read = new int[YearMemo.most()];
        private int[] seen = new int[64];
    }

    /** Runs a practitioner-year through one stage. */
    void run(int place, StageRules rules, YearRun run, Course course, Scratch scratch) {
        YearStage stage = run.frame().stage(place, rules, run);
        if (stage.facts().length == 0) {
            return;
        }
        if (scratch.seen.length < stage.most()) {
            scratch.seen = new int[2 * stage.most()];
        }
        boolean known = stage.look(run, scratch.seen);
        YearStep step = known ? stage.step(scratch.seen) : null;
        if (step == null) {
            if (known && stage.learns()) {
                step = YearLearner.step(stage, run);
                stage.learn(scratch.seen, step);
                steps.incrementAndGet();
            } else {
                step = YearStep.plain(YearLearner.outcomes(stage, run));
            }
        }
        if (step.plain() == null) {
            step.run(run, course, scratch.weakest, scratch.read);
        } else {
            each(stage, step.plain(), run, course);
        }
    }

    private static void each(YearStage stage, StageProgram.Outcome[] outcomes, YearRun run, Course course) {
        Applier applier = new Applier(course);
        for (int i = 0; i < outcomes.length; i++) {
            applier.apply(outcomes[i], run.fact(stage.facts()[i]));
        }
        applier.finish();
        for (int i = 0; i < outcomes.length; i++) {
            Fact fact = run.fact(stage.facts()[i]);
            outcomes[i].lacking().forEach(l -> run.renumber(fact, l.slot()));
            for (StageProgram.Applied applied : outcomes[i].rules()) {
                for (RuleCode.Put put : applied.by().code().puts()) {
                    if (put.slot() >= 0) {
                        run.renumber(fact, put.slot());
                    }
                }
            }
        }
    }
}
