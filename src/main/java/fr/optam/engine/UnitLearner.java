package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.formula.Bound;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Learns from one unit what a stage does with all that are like it. */
final class UnitLearner {
    private final UnitPlan plan;
    private final List<StageRules> stages;
    private final Map<String, Integer> written;
    private final Map<Formula, UnitMemo> memos = new ConcurrentHashMap<>();

    /**
     * @param stages stages of units
     * @param written last stage, among all, in which a field is written
     */
    UnitLearner(UnitPlan plan, List<StageRules> stages, Map<String, Integer> written) {
        this.plan = plan;
        this.stages = stages;
        this.written = written;
    }

    /** What must be looked at in each unit of a node before its next stage. */
    List<UnitFork.Probe> probes(UnitNode node, UnitRun unit) {
        return probes(plan, stages.get(node.at()).programs(), node, unit);
    }

    /** What must be looked at in each unit of a node to tell what programs do with it. */
    static List<UnitFork.Probe> probes(UnitPlan plan, Map<Kind, StageProgram> programs, UnitNode node, UnitRun unit) {
        UnitTracer tracer = new UnitTracer(plan, unit, node);
        Set<UnitFork.Probe> probes = new LinkedHashSet<>();
        for (int i = 0; i < unit.size(); i++) {
            Fact fact = unit.fact(i);
            StageProgram program = programs.get(fact.kind());
            if (program == null) {
                continue;
            }
            for (Watched watched : program.watched()) {
                if (!isOut(watched, fact, tracer)) {
                    for (Feature feature : watched.features()) {
                        if (!tracer.same(feature, fact)) {
                            probes.add(new UnitFork.Probe(i, feature));
                        }
                    }
                }
            }
        }
        return List.copyOf(probes);
    }

    /** Whether a condition that is the same for all keeps a rule from applying. */
    private static boolean isOut(Watched watched, Fact fact, UnitTracer tracer) {
        for (Watched.Guard guard : watched.guards()) {
            if (tracer.same(new Feature.Raw(guard.field()), fact) && guard.fails(fact)) {
                return true;
            }
        }
        return false;
    }

    /** What the next stage does with units of a node that are as this one. */
    UnitStep step(UnitNode node, UnitRun unit) {
        StageRules rules = stages.get(node.at());
        Learning learning = new Learning(unit, new UnitTracer(plan, unit, node));
        for (int i = 0; i < unit.size(); i++) {
            Fact fact = unit.fact(i);
            StageProgram program = rules.programs().get(fact.kind());
            if (program != null) {
                StageProgram.Outcome outcome = rules.outcome(program, fact);
                for (StageProgram.Lacking lacking : outcome.lacking()) {
                    learning.writes.add(new UnitStep.Write(i, lacking.slot(), lacking.unknown(), null));
                }
                for (StageProgram.Applied applied : outcome.rules()) {
                    learning.apply(i, fact, applied);
                }
            }
        }
        return new UnitStep(learning.writes, learning.apps, learning.marks);
    }

    private final class Learning {
        private final UnitRun unit;
        private final UnitTracer tracer;
        private final List<UnitStep.Write> writes = new ArrayList<>();
        private final List<UnitApp> apps = new ArrayList<>();
        private final List<UnitNode.Mark> marks = new ArrayList<>();
        private final Set<List<Integer>> taken = new HashSet<>();

        Learning(UnitRun unit, UnitTracer tracer) {
            this.unit = unit;
            this.tracer = tracer;
        }

        void apply(int ordinal, Fact fact, StageProgram.Applied applied) {
            RuleCode code = applied.by().code();
            int size = code.puts().size();
            Object[] values = new Object[size];
            Formula[] formulas = new Formula[size];
            UnitMemo[] memos = new UnitMemo[size];
            Bound[] bounds = new Bound[size];
            boolean[] figures = new boolean[size];
            boolean[] later = new boolean[size];
            Confidence confidence = applied.conditions();
            boolean each = code.amounts() && size > 0;
            for (int i = 0; i < size; i++) {
                RuleCode.Put put = code.puts().get(i);
                later[i] = put.slot() >= 0 && !taken.add(List.of(ordinal, put.slot()));
                each |= later[i];
                values[i] = put.constant();
                if (put.formula() == null) {
                    continue;
                }
                UnitTracer.Traced traced = tracer.eval(put.formula(), fact, confidence);
                UnitTracer.Found how = traced.how() == UnitTracer.Found.LATER && !settled(put.formula(), code)
                        ? UnitTracer.Found.EACH
                        : traced.how();
                if (how == UnitTracer.Found.EACH) {
                    formulas[i] = put.formula();
                    memos[i] = ordinal == 0 ? memo(put.formula()) : null;
                    bounds[i] = put.formula().bound(unit.act(), fact).orElse(null);
                    figures[i] = plan.isFigure(put.field());
                    each = true;
                } else {
                    values[i] = how == UnitTracer.Found.LATER
                            ? new UnitOwn.Later(put.formula(), ordinal, -1)
                            : traced.value();
                    confidence = traced.confidence();
                }
            }
            add(ordinal, new UnitApp(ordinal, code, confidence, values, formulas, memos, bounds, figures, later), each);
        }

        private void add(int ordinal, UnitApp app, boolean each) {
            if (each) {
                apps.add(app);
                return;
            }
            Origin origin = app.code().origin(app.confidence());
            marks.add(new UnitNode.Mark(ordinal, origin, false));
            for (int i = 0; i < app.values().length; i++) {
                if (app.code().puts().get(i).slot() >= 0) {
                    writes.add(
                            new UnitStep.Write(ordinal, app.code().puts().get(i).slot(), app.values()[i], origin));
                }
            }
        }
    }

    /** What is known of a formula that reads few given fields of an act; null if it reads more. */
    private UnitMemo memo(Formula formula) {
        int[] places = plan.few(formula);
        return places.length == 0
                ? null
                : memos.computeIfAbsent(formula, f -> new UnitMemo(f, places[0], places.length > 1 ? places[1] : -1));
    }

    /** Whether all that a formula reads stays as it is after its stage, so that it may be computed at any time. */
    private boolean settled(Formula formula, RuleCode code) {
        return formula.fields().stream().allMatch(f -> written.getOrDefault(f, -1) < code.stage());
    }

    /** Where units go after a step. */
    UnitNode next(UnitNode node, UnitStep step, UnitStep.Done done) {
        UnitShape.Change change = new UnitShape.Change(node.shape());
        Map<List<Integer>, UnitStep.Write> last = new LinkedHashMap<>();
        step.writes().forEach(w -> last.put(List.of(w.ordinal(), w.slot()), w));
        List<UnitNode.Mark> marks = new ArrayList<>(step.marks());
        if (done != null) {
            done.written().forEach(w -> last.put(List.of(w.ordinal(), w.slot()), w));
            marks.addAll(done.marks());
        }
        last.values().forEach(change::put);
        return new UnitNode(node.at() + 1, change.done(), node, marks, node.sums());
    }
}
