package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.Reads;
import fr.optam.rulebook.table.PlainRow;
import java.util.BitSet;
import java.util.List;

/** Finds out what the value of a formula rests on, so that it may be kept for practitioner-years alike in that. */
final class YearTracer implements Reads {
    private final YearRun run;
    private final BitSet read = new BitSet();
    private final Weakest weakest = new Weakest();
    private boolean outside;

    YearTracer(YearRun run) {
        this.run = run;
    }

    /**
     * A value, and what it rests on.
     *
     * @param value the value
     * @param confidence weakest of what was read
     * @param read addresses of what was read
     * @param exact whether the value is the same wherever the same stands at those addresses
     */
    record Traced(Object value, Confidence confidence, BitSet read, boolean exact) {}

    static Traced eval(Formula formula, Fact fact, YearRun run) {
        YearTracer tracer = new YearTracer(run);
        Object value = formula.eval(fact, tracer);
        return new Traced(value, tracer.weakest.confidence(), tracer.read, !tracer.outside);
    }

    /** Whether something can be known of a formula beside what it says of each fact. */
    static boolean suits(Formula formula, YearPlan plan) {
        return plan.remembers() && formula.kinds().stream().noneMatch(UnitKinds::has);
    }

    private void read(int address) {
        if (!run.frame().isConstant(address)) {
            read.set(address);
            outside |= run.fine(address) < 0;
        }
    }

    @Override
    public void field(Fact holder, String name, Object value, Object origin) {
        if (holder == null || UnitKinds.has(holder.kind()) || run.frame().plan().isShared(name)) {
            outside = true;
        } else {
            read(run.frame().address(run.frame().number(holder), holder.layout().indexOf(name)));
        }
        weakest.field(holder, name, value, origin);
    }

    @Override
    public void none(Fact fact, String name) {
        run.frame().addresses(fact, new FieldRef(name), this::read);
    }

    @Override
    public void tested(Fact fact, List<String> names) {
        names.forEach(n -> none(fact, n));
    }

    @Override
    public void over(Fact owner, Kind kind) {
        outside |= UnitKinds.has(kind);
    }

    @Override
    public void weak(Confidence other) {
        weakest.weak(other);
    }

    @Override
    public void row(PlainRow row, String column, Object value) {
        weakest.row(row, column, value);
    }
}
