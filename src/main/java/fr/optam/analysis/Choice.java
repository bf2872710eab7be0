package fr.optam.analysis;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The values of one field that lie in a region. */
public final class Choice {
    private final Axis axis;
    private final BitSet atoms;

    Choice(Axis axis, BitSet atoms) {
        this.axis = axis;
        this.atoms = atoms;
    }

    /** The field. */
    public String field() {
        return axis.field();
    }

    /** What people call it. */
    public Sentence label() {
        return axis.label();
    }

    /** Whether every value lies in it, and no value too. */
    public boolean any() {
        return atoms.cardinality() == axis.size();
    }

    /** Whether the field may be without value. */
    public boolean empty() {
        return axis.mayBeEmpty() && atoms.get(axis.size() - 1);
    }

    /** Whether a value lies in it; null is no value. */
    public boolean admits(Object value) {
        int atom = axis.atom(value);
        return atom >= 0 && atoms.get(atom);
    }

    /**
     * Values of it as facts hold them, edges first of each run: String for codes and times, several codes joined by
     * {@code ;}, BigDecimal, LocalDate or Boolean. None if the field can only be without value.
     */
    public List<Object> samples() {
        List<Object> samples = new ArrayList<>();
        for (int from = atoms.nextSetBit(0); from >= 0; ) {
            int to = axis.ordered() ? atoms.nextClearBit(from) - 1 : from;
            axis.ends(from, to).forEach(v -> {
                if (!samples.contains(v)) {
                    samples.add(v);
                }
            });
            from = atoms.nextSetBit(to + 1);
        }
        return samples;
    }

    /** It in words, {@code Option = OPTAM_ACO}. */
    public Sentence words() {
        return AxisWords.of(axis, atoms);
    }
}
