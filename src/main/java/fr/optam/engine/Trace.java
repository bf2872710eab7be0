package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Reads;
import fr.optam.rulebook.table.PlainRow;
import java.util.ArrayList;
import java.util.List;

/** What a rule read: always how weak the weakest of it is, and if the proof is wanted each reading. */
final class Trace implements Reads {
    private final boolean keep;
    private final List<Read> reads;
    private final List<RowRead> rows;
    private Confidence confidence;

    Trace(Confidence confidence, boolean keep) {
        this.confidence = confidence;
        this.keep = keep;
        this.reads = keep ? new ArrayList<>() : List.of();
        this.rows = keep ? new ArrayList<>() : List.of();
    }

    /**
     * A field that was read.
     *
     * @param holder fact that holds it
     * @param name field
     * @param value its value
     * @param origin rule that stated it; null for a given fact
     */
    record Read(Fact holder, String name, Object value, Fired origin) {}

    /**
     * A row of a list that was read.
     *
     * @param row the row
     * @param column column; empty if only that the row is there
     * @param value value of that column
     */
    record RowRead(PlainRow row, String column, Object value) {}

    @Override
    public void field(Fact holder, String name, Object value, Object origin) {
        Fired by = (Fired) origin;
        if (by != null) {
            confidence = confidence.weaker(by.confidence());
        }
        if (keep && holder != null) {
            reads.add(new Read(holder, name, value, by));
        }
    }

    @Override
    public void row(PlainRow row, String column, Object value) {
        confidence = confidence.weaker(row.citation().confidence());
        if (keep) {
            rows.add(new RowRead(row, column, value));
        }
    }

    /** For figures that stand beside an answer: they are written down, and weaken nothing. */
    Reads beside() {
        return new Reads() {
            @Override
            public void field(Fact holder, String name, Object value, Object origin) {
                if (keep && holder != null) {
                    reads.add(new Read(holder, name, value, (Fired) origin));
                }
            }

            @Override
            public void row(PlainRow row, String column, Object value) {
                if (keep) {
                    rows.add(new RowRead(row, column, value));
                }
            }
        };
    }

    /** Reads a field of a condition. */
    void condition(Fact fact, String name) {
        Fact holder = fact.holder(name);
        if (holder != null) {
            field(holder, name, holder.value(name), holder.origin(name));
        }
    }

    Confidence confidence() {
        return confidence;
    }

    List<Read> reads() {
        return reads;
    }

    List<RowRead> rows() {
        return rows;
    }
}
