package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Alike;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.PlainRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is read of an act, of its letters and outside them, to find what all acts that are alike give to a sum. */
final class PartReads implements ReadsByUse {
    private final Fact act;
    private final Fact self;
    private final Set<String> decisive;
    private final List<Outer> outers = new ArrayList<>();
    private final List<RowRead> rows = new ArrayList<>();
    private Confidence weakest;
    private boolean foreign;
    private boolean differing;
    private boolean decided;

    PartReads(Fact act, Fact self, Set<String> decisive) {
        this.act = act;
        this.self = self;
        this.decisive = decisive;
    }

    /** A field of the fact that the sum is for, or of one that it belongs to. */
    record Outer(Kind kind, String name) {}

    /** A row of a list. */
    record RowRead(PlainRow row, String column, Object value) {}

    /**
     * What was read of acts that are alike, and for them.
     *
     * @param weakest weakest of what was read; null if all is given
     * @param outers what was read outside the act
     * @param rows rows of lists
     */
    record Told(Confidence weakest, List<Outer> outers, List<RowRead> rows) {
        void tell(Scope s, boolean again) {
            if (!again) {
                if (weakest != null) {
                    s.reads().weak(weakest);
                }
                for (Outer outer : outers) {
                    outer(outer, s);
                }
            }
            for (RowRead row : rows) {
                s.reads().row(row.row, row.column, row.value);
            }
        }

        private static void outer(Outer outer, Scope s) {
            Fact fact = s.self();
            while (fact.kind() != outer.kind) {
                fact = fact.above();
            }
            int place = fact.layout().indexOf(outer.name);
            s.reads().field(fact, outer.name, fact.own(place), fact.ownOrigin(place));
        }
    }

    Told told() {
        return new Told(weakest, List.copyOf(outers), List.copyOf(rows));
    }

    PartReads another() {
        return new PartReads(act, self, decisive);
    }

    void add(PartReads other) {
        weaken(other.weakest);
        outers.addAll(other.outers);
        rows.addAll(other.rows);
    }

    /** Whether each must be asked whether it is wanted. */
    boolean isOpen() {
        return foreign || decided;
    }

    /** Whether the value must be computed of each. */
    boolean isDiffering() {
        return foreign || differing;
    }

    @Override
    public void tested(Fact fact, List<String> names) {
        int known = outers.size();
        names.forEach(n -> read(fact.holder(n), n, null, Alike.Use.DAY));
        outers.subList(known, outers.size()).clear();
    }

    @Override
    public void read(Fact holder, String name, Object origin, Alike.Use use) {
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
            Outer outer = new Outer(holder.kind(), name);
            if (!outers.contains(outer)) {
                outers.add(outer);
            }
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
        rows.add(new RowRead(row, column, value));
    }
}
