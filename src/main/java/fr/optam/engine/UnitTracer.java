package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.Reads;
import fr.optam.rulebook.table.PlainRow;
import java.math.BigDecimal;
import java.util.List;

/** Finds out whether what a formula reads is the same for all units of a node: then so is its value. */
final class UnitTracer implements Reads {
    private final UnitPlan plan;
    private final UnitRun unit;
    private final UnitNode node;
    private final Weakest weakest = new Weakest();
    private Formula formula;
    private boolean outside;
    private boolean inside;
    private boolean decided;

    UnitTracer(UnitPlan plan, UnitRun unit, UnitNode node) {
        this.plan = plan;
        this.unit = unit;
        this.node = node;
    }

    /** How a value is found for other units of the node. */
    enum Found {
        /** It is the same. */
        SAME,
        /** It is a number for all, computed when it is first read. */
        LATER,
        /** It must be computed for each. */
        EACH
    }

    /**
     * A value and how it is found for others.
     *
     * @param value value for this unit
     * @param how how it is found for others
     * @param confidence weakest of what was read
     */
    record Traced(Object value, Found how, Confidence confidence) {}

    Traced eval(Formula of, Fact fact, Confidence from) {
        formula = of;
        outside = false;
        inside = false;
        decided = false;
        weakest.from(from);
        Object value = of.eval(fact, this);
        return new Traced(value, found(value), weakest.confidence());
    }

    private Found found(Object value) {
        if (!outside && !inside) {
            return Found.SAME;
        }
        if (outside || decided) {
            return Found.EACH;
        }
        if (value instanceof BigDecimal) {
            return Found.LATER;
        }
        return value == null || value instanceof Boolean || value instanceof Unknown ? Found.SAME : Found.EACH;
    }

    /** Whether what a feature sees of a fact of the unit is the same for all units of the node. */
    boolean same(Feature feature, Fact fact) {
        for (FieldRef field : feature.fields()) {
            Fact holder = field.holder(fact);
            int ordinal = holder == null ? -1 : unit.ordinal(holder);
            if (ordinal < 0) {
                if ((holder == null || holder.kind() == Kind.YEAR) && plan.isContext(field.name())) {
                    continue;
                }
                return false;
            }
            int slot = field.place(holder);
            boolean same = !node.differs(ordinal, slot)
                    || feature instanceof Feature.State
                    || (feature instanceof Feature.Code && !(holder.own(slot) instanceof String))
                    || (feature instanceof Feature.Interval && ordinal == 0 && slot == plan.on());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void field(Fact holder, String name, Object value, Object origin) {
        weakest.field(holder, name, value, origin);
        int ordinal = holder == null ? -1 : unit.ordinal(holder);
        if (ordinal >= 0) {
            differs(ordinal, holder.layout().indexOf(name), name);
        } else if (holder == null || holder.kind() == Kind.YEAR) {
            outside |= !plan.isContext(name);
        } else {
            outside = true;
        }
    }

    private void differs(int ordinal, int slot, String name) {
        if (node.differs(ordinal, slot)) {
            inside = true;
            decided |= formula.decisive().contains(name);
        }
    }

    @Override
    public void day(Fact holder, String name, Object value, Object origin) {
        listed(plan.on(), holder, name, value, origin);
    }

    @Override
    public void key(Fact holder, String name, Object value, Object origin) {
        listed(plan.code(), holder, name, value, origin);
    }

    private void listed(int slot, Fact holder, String name, Object value, Object origin) {
        if (holder == unit.fact(0) && holder.layout().indexOf(name) == slot) {
            weakest.field(holder, name, value, origin);
        } else {
            field(holder, name, value, origin);
        }
    }

    @Override
    public void over(Fact owner, Kind kind) {
        outside |= unit.ordinal(owner) < 0;
    }

    @Override
    public void tested(Fact fact, List<String> names) {
        for (String name : names) {
            Fact holder = fact.holder(name);
            int ordinal = holder == null ? -1 : unit.ordinal(holder);
            if (ordinal != 0 || holder.layout().indexOf(name) != plan.on()) {
                field(holder, name, null, null);
            }
        }
    }

    @Override
    public void row(PlainRow row, String column, Object value) {
        weakest.row(row, column, value);
    }
}
