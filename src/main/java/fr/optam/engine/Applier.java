package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Applies what the rules of one stage state. All values are computed from what earlier stages left, then all are put in
 * place, then all answers are made: so the order of rules says nothing.
 */
final class Applier {
    private final Course course;
    private final List<Fired> fired = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Weakest weakest = new Weakest();

    Applier(Course course) {
        this.course = course;
    }

    private record Pending(Fact fact, int slot, Object value, Origin by) {}

    /** Applies what a stage concludes of a fact. */
    void apply(StageProgram.Outcome outcome, Fact fact) {
        for (StageProgram.Lacking lacking : outcome.lacking()) {
            pending.add(new Pending(fact, lacking.slot(), lacking.unknown(), null));
        }
        for (StageProgram.Applied applied : outcome.rules()) {
            Origin by = values(applied, fact);
            if (course.keeps(by.code())) {
                fired.add(new Fired(by, fact));
            }
        }
    }

    /** Computes what a rule gives; its origin is as weak as the weakest of all that its formulas read. */
    private Origin values(StageProgram.Applied applied, Fact fact) {
        RuleCode code = applied.by().code();
        List<RuleCode.Put> puts = code.puts();
        if (puts.isEmpty()) {
            return applied.by();
        }
        Object[] values = applied.values();
        if (applied.open()) {
            values = values.clone();
            weakest.from(applied.by().confidence());
            for (int i = 0; i < values.length; i++) {
                if (values[i] == StageProgram.OPEN) {
                    values[i] = puts.get(i).formula().eval(fact, weakest);
                }
            }
        }
        Origin by = applied.open() ? code.origin(weakest.confidence()) : applied.by();
        for (int i = 0; i < values.length; i++) {
            if (puts.get(i).slot() >= 0) {
                pending.add(new Pending(fact, puts.get(i).slot(), values[i], by));
            }
        }
        return by;
    }

    /** Puts every value in place and makes the answers. */
    void finish() {
        for (Pending p : pending) {
            Origin before = (Origin) p.fact().ownOrigin(p.slot());
            if (before == null
                    || p.by() == null
                    || before.code().stage() != p.by().code().stage()) {
                p.fact().putAt(p.slot(), p.value(), p.by());
            } else if (conflict(p.fact(), p.slot(), p.value(), p.by())) {
                course.conflict(p.by(), p.fact());
            }
        }
        fired.forEach(course::speak);
    }

    /** Whether a rule concludes of a field what another rule of its stage concluded otherwise. */
    static boolean conflict(Fact fact, int slot, Object value, Origin by) {
        return !same(fact.own(slot), value)
                && !((Origin) fact.ownOrigin(slot)).code().agrees(by.code());
    }

    private static boolean same(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : Objects.equals(a, b);
    }
}
