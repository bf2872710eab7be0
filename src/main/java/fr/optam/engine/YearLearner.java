package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns from one practitioner-year what a stage does with all that look alike to it. */
final class YearLearner {
    private final YearStage stage;
    private final YearRun run;
    private final List<YearStep.Write> writes = new ArrayList<>();
    private final List<YearStep.App> apps = new ArrayList<>();
    private final List<YearStep.Mark> marks = new ArrayList<>();
    private final Set<Integer> given = new HashSet<>();
    private boolean twice;

    private YearLearner(YearStage stage, YearRun run) {
        this.stage = stage;
        this.run = run;
    }

    /** What rules conclude of each fact that they look at. */
    static StageProgram.Outcome[] outcomes(YearStage stage, YearRun run) {
        StageProgram.Outcome[] outcomes = new StageProgram.Outcome[stage.facts().length];
        StageRules.Asked[] open = new StageRules.Asked[outcomes.length];
        Map<StageRules.Asked, Fact> asked = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            Fact fact = run.fact(stage.facts()[i]);
            StageProgram program = stage.programs()[i];
            outcomes[i] = stage.rules().atOnce(program, fact);
            if (outcomes[i] != null) {
                continue;
            }
            Key profile = program.profile(fact);
            outcomes[i] = program.known(profile);
            if (outcomes[i] == null) {
                open[i] = new StageRules.Asked(program, profile);
                asked.putIfAbsent(open[i], fact);
            }
        }
        if (!asked.isEmpty()) {
            Map<StageRules.Asked, StageProgram.Outcome> learnt = stage.rules().learn(asked);
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = outcomes[i] == null ? learnt.get(open[i]) : outcomes[i];
            }
        }
        return outcomes;
    }

    static YearStep step(YearStage stage, YearRun run) {
        StageProgram.Outcome[] outcomes = outcomes(stage, run);
        YearLearner learner = new YearLearner(stage, run);
        for (int i = 0; i < outcomes.length; i++) {
            int number = stage.facts()[i];
            for (StageProgram.Lacking lacking : outcomes[i].lacking()) {
                learner.write(number, lacking.slot(), lacking.unknown(), null);
            }
            for (StageProgram.Applied applied : outcomes[i].rules()) {
                learner.apply(number, applied);
            }
        }
        return learner.twice ? YearStep.plain(outcomes) : YearStep.of(learner.writes, learner.apps, learner.marks);
    }

    private void write(int fact, int slot, Object value, Origin origin) {
        int address = run.frame().address(fact, slot);
        writes.add(new YearStep.Write(
                fact, slot, address, run.frame().classesAt(address).numbered(value), origin));
    }

    private void apply(int number, StageProgram.Applied applied) {
        Fact fact = run.fact(number);
        RuleCode code = applied.by().code();
        int size = code.puts().size();
        Object[] values = new Object[size];
        Formula[] formulas = new Formula[size];
        YearMemo[] memos = new YearMemo[size];
        int[] slots = new int[size];
        int[] addresses = new int[size];
        Confidence confidence = applied.conditions();
        boolean each = false;
        for (int i = 0; i < size; i++) {
            RuleCode.Put put = code.puts().get(i);
            slots[i] = put.slot();
            addresses[i] = put.slot() < 0 ? -1 : run.frame().address(number, put.slot());
            twice |= put.slot() >= 0 && !given.add(addresses[i]);
            values[i] = put.constant();
            if (put.formula() == null) {
                continue;
            }
            YearTracer.Traced traced =
                    YearTracer.suits(put.formula(), run.frame().plan())
                            ? YearTracer.eval(put.formula(), fact, run)
                            : null;
            if (traced != null && traced.exact() && traced.read().stream().allMatch(this::isSeen)) {
                values[i] = traced.value();
                confidence = confidence.weaker(traced.confidence());
            } else {
                each = true;
                formulas[i] = put.formula();
                memos[i] = traced != null && traced.exact() && put.slot() >= 0
                        ? run.frame().memo(put.formula(), number, addresses[i])
                        : null;
            }
        }
        if (each) {
            for (int i = 0; i < size; i++) {
                if (formulas[i] == null && slots[i] >= 0) {
                    values[i] = run.frame().classesAt(addresses[i]).numbered(values[i]);
                }
            }
            marks.add(new YearStep.Mark(number, code, null, apps.size()));
            apps.add(new YearStep.App(number, code, confidence, values, formulas, memos, slots, addresses));
            return;
        }
        Origin origin = code.origin(confidence);
        marks.add(new YearStep.Mark(number, code, origin, -1));
        for (int i = 0; i < size; i++) {
            if (slots[i] >= 0) {
                write(number, slots[i], values[i], origin);
            }
        }
    }

    /** Whether the value at an address is the same in all practitioner-years that look alike to the stage. */
    private boolean isSeen(int address) {
        return stage.looksAt(address) && Classes.isExact(run.number(address));
    }
}
