package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Reads;
import fr.optam.rulebook.table.PlainRow;

/** Keeps of all that is read only how weak the weakest is. */
final class Weakest implements Reads {
    /** Keeps nothing at all: for figures that stand beside an answer. */
    static final Reads NOTHING = new Reads() {
        @Override
        public boolean isInOne() {
            return true;
        }

        @Override
        public boolean isGrade() {
            return true;
        }

        @Override
        public void field(Fact holder, String name, Object value, Object origin) {
            // what stands beside an answer weakens nothing
        }

        @Override
        public void row(PlainRow row, String column, Object value) {
            // what stands beside an answer weakens nothing
        }
    };

    private Confidence confidence = Confidence.LAW;

    Weakest from(Confidence start) {
        confidence = start;
        return this;
    }

    Confidence confidence() {
        return confidence;
    }

    @Override
    public boolean isInOne() {
        return true;
    }

    @Override
    public boolean isGrade() {
        return true;
    }

    @Override
    public void weak(Confidence other) {
        confidence = confidence.weaker(other);
    }

    @Override
    public void field(Fact holder, String name, Object value, Object origin) {
        if (origin != null) {
            confidence = confidence.weaker(((Origin) origin).confidence());
        }
    }

    @Override
    public void row(PlainRow row, String column, Object value) {
        confidence = confidence.weaker(row.citation().confidence());
    }
}
