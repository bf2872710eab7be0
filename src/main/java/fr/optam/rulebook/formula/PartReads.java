package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Alike;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.PlainRow;
import java.util.List;
import java.util.Set;

/** What is read of an act, of its letters and outside them, to find what all acts that are alike give to a sum. */
final class PartReads implements Reads {
    private final Fact act;
    private final Fact self;
    private final Set<String> decisive;
    private Confidence weakest;
    private boolean foreign;
    private boolean differing;
    private boolean decided;

    PartReads(Fact act, Fact self, Set<String> decisive) {
        this.act = act;
        this.self = self;
        this.decisive = decisive;
    }

    PartReads another() {
        return new PartReads(act, self, decisive);
    }

    void add(PartReads other) {
        weaken(other.weakest);
    }

    /** Whether each must be asked whether it is wanted. */
    boolean isOpen() {
        return foreign || decided;
    }

    /** Whether the value must be computed of each. */
    boolean isDiffering() {
        return foreign || differing;
    }

    /** Weakest of what was read; null if all is given. */
    Confidence weakest() {
        return weakest;
    }

    @Override
    public void field(Fact holder, String name, Object value, Object origin) {
        read(holder, name, origin, Alike.Use.VALUE);
    }

    @Override
    public void day(Fact holder, String name, Object value, Object origin) {
        read(holder, name, origin, Alike.Use.DAY);
    }

    @Override
    public void key(Fact holder, String name, Object value, Object origin) {
        read(holder, name, origin, Alike.Use.KEY);
    }

    @Override
    public void tested(Fact fact, List<String> names) {
        names.forEach(n -> read(fact.holder(n), n, null, Alike.Use.DAY));
    }

    private void read(Fact holder, String name, Object origin, Alike.Use use) {
        if (holder == null) {
            return;
        }
        int ordinal = ordinal(holder);
        if (ordinal >= 0) {
            if (act.alike().differs(ordinal, holder.layout().indexOf(name), use)) {
                differing = true;
                decided |= decisive.contains(name);
            }
        } else {
            Fact above = self;
            while (above != null && above != holder) {
                above = above.above();
            }
            foreign |= above == null;
        }
        weaken(origin instanceof Graded graded ? graded.confidence() : null);
    }

    private int ordinal(Fact holder) {
        if (holder == act) {
            return 0;
        }
        return holder.above() == act ? 1 + act.within(holder.kind()).indexOf(holder) : -1;
    }

    private void weaken(Confidence other) {
        if (other != null) {
            weakest = weakest == null ? other : weakest.weaker(other);
        }
    }

    @Override
    public void over(Fact owner, Kind kind) {
        foreign |= ordinal(owner) < 0;
    }

    @Override
    public void row(PlainRow row, String column, Object value) {
        weaken(row.citation().confidence());
    }
}
