package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.Reads;
import fr.optam.rulebook.table.PlainRow;
import java.util.ArrayList;
import java.util.List;

/** What a rule read of its fact, of the facts above it and of lists: for the proof. */
final class Trace implements Reads {
    private final Fact fact;
    private final boolean below;
    private final List<Read> reads = new ArrayList<>();
    private final List<Read> latest = new ArrayList<>();
    private final List<RowRead> rows = new ArrayList<>();

    private Trace(Fact fact, boolean below) {
        this.fact = fact;
        this.below = below;
    }

    /**
     * A field that was read.
     *
     * @param holder fact that holds it
     * @param name field
     * @param value its value
     * @param origin what stated it; null for a given fact
     */
    record Read(Fact holder, String name, Object value, Origin origin) {}

    /**
     * A row of a list that was read.
     *
     * @param row the row
     * @param column column; empty if only that the row is there
     * @param value value of that column
     */
    record RowRead(PlainRow row, String column, Object value) {}

    /**
     * Reads again what a rule read.
     *
     * @param below whether what was read of the letters and acts that a sum runs over is wanted too
     */
    static Trace of(Fired fired, boolean below) {
        Trace trace = new Trace(fired.fact(), below);
        for (FieldRef field : fired.code().reads()) {
            Fact holder = field.holder(fired.fact());
            if (holder != null) {
                int place = field.place(holder);
                trace.field(holder, field.name(), holder.own(place), holder.ownOrigin(place));
            }
        }
        for (Formula formula : fired.code().formulas()) {
            formula.eval(fired.fact(), trace);
        }
        return trace;
    }

    @Override
    public void field(Fact holder, String name, Object value, Object origin) {
        if (holder == null || (!below && isMany(holder))) {
            return;
        }
        if (!below) {
            for (int i = latest.size() - 1; i >= 0; i--) {
                Read known = latest.get(i);
                if (known.holder == holder && known.name.equals(name)) {
                    latest.remove(i);
                    latest.add(known);
                    return;
                }
            }
        }
        Read read = new Read(holder, name, value, (Origin) origin);
        reads.add(read);
        latest.add(read);
    }

    /** What is read of acts and letters that the rule has no part in is left out unless it is wanted. */
    @Override
    public boolean isInOne() {
        return !below;
    }

    private boolean isMany(Fact holder) {
        boolean act = holder.kind() == Kind.ACT || holder.kind() == Kind.LETTER;
        for (Fact f = fact; act && f != null; f = f.above()) {
            act = f != holder;
        }
        return act;
    }

    @Override
    public void row(PlainRow row, String column, Object value) {
        rows.add(new RowRead(row, column, value));
    }

    /** The same in the order in which each was read last. */
    List<Read> latest() {
        return latest;
    }

    /** What was read; unless what lies below is wanted each field once, in the order in which each was read first. */
    List<Read> reads() {
        return reads;
    }

    List<RowRead> rows() {
        return rows;
    }
}
