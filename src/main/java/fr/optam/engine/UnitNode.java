package fr.optam.engine;

import fr.optam.fact.flat.Alike;
import fr.optam.fact.flat.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What units that have come alike through some stages have in common: which of their fields differ from one to the other,
 * which rules applied to them, and what the next stage does with them.
 */
final class UnitNode implements Alike {
    private final int at;
    private final BitSet[] differing;
    private final UnitNode before;
    private final List<Mark> marks;
    private final Map<Units.Context, UnitNode> continued = new ConcurrentHashMap<>();
    private final Map<Key, UnitStep> steps = new ConcurrentHashMap<>();
    private final UnitSums sums;
    private List<Probe> probes = List.of();
    private volatile Object[] parts = {};
    private volatile UnitStep only;
    private volatile List<Mark> all;
    private volatile List<Mark> telling;

    /**
     * @param at next stage of units
     * @param differing by fact of the unit, places of fields whose values differ
     * @param before where the units come from; null at the start
     * @param marks rules that applied since
     * @param sums sums over acts
     */
    UnitNode(int at, BitSet[] differing, UnitNode before, List<Mark> marks, UnitSums sums) {
        this.sums = sums;
        this.at = at;
        this.differing = differing;
        this.before = before;
        this.marks = marks;
    }

    /**
     * A rule that applied.
     *
     * @param ordinal fact of the unit
     * @param origin the rule
     * @param conflict whether it concluded what another rule of its stage concluded otherwise
     */
    record Mark(int ordinal, Origin origin, boolean conflict) {}

    /**
     * What must be looked at in each unit.
     *
     * @param ordinal fact of the unit
     * @param feature what to look at
     */
    record Probe(int ordinal, Feature feature) {}

    static boolean isKnown(Object value) {
        return value != null && !(value instanceof Unknown);
    }

    int at() {
        return at;
    }

    /** Whether the value of a field differs from unit to unit. */
    boolean differs(int ordinal, int slot) {
        return differing[ordinal].get(slot);
    }

    @Override
    public boolean differs(int ordinal, int slot, Use use) {
        return differing[ordinal].get(slot)
                && !(ordinal == 0
                        && (use == Use.DAY && slot == sums.plan().on()
                                || use == Use.KEY && slot == sums.plan().code()));
    }

    @Override
    public int number(Object of, Object outside) {
        return sums.number(of, outside);
    }

    @Override
    public Object part(int number) {
        Object[] known = parts;
        return number < known.length ? known[number] : null;
    }

    /** Another thread may find the same at the same time; one of the two is kept, and they are equal. */
    @Override
    public void keep(int number, Object part) {
        Object[] more = Arrays.copyOf(parts, Math.max(parts.length, number + 1));
        more[number] = part;
        parts = more;
    }

    UnitSums sums() {
        return sums;
    }

    BitSet[] differing() {
        BitSet[] copy = new BitSet[differing.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (BitSet) differing[i].clone();
        }
        return copy;
    }

    /** Every rule that applied. */
    List<Mark> marks() {
        List<Mark> found = all;
        if (found == null) {
            found = new ArrayList<>();
            for (UnitNode node = this; node != null; node = node.before) {
                found.addAll(node.marks);
            }
            all = found;
        }
        return found;
    }

    /** Rules that applied and say something beside values, and conflicts. */
    List<Mark> telling() {
        List<Mark> found = telling;
        if (found == null) {
            found = marks().stream()
                    .filter(m -> m.conflict() || !m.origin().code().says().isEmpty())
                    .toList();
            telling = found;
        }
        return found;
    }

    /** Nodes of the next run of stages, by what is then known of the practitioner-year. */
    Map<Units.Context, UnitNode> continued() {
        return continued;
    }

    void look(List<Probe> found) {
        probes = found;
    }

    /** What the next stage does with a unit; null if that is not known yet. */
    UnitStep step(Key probed) {
        return probed == null ? only : steps.get(probed);
    }

    /** Whether the next stage is known and does the same with all units. */
    boolean isOpen() {
        return probes.isEmpty() && only != null && only.same() && only.only() != null;
    }

    void learn(Key probed, UnitStep step) {
        if (probed == null) {
            only = step;
        } else {
            steps.put(probed, step);
        }
    }

    /** Looks at what must be looked at in each unit; null if nothing must. */
    Key probe(UnitRun unit) {
        if (probes.isEmpty()) {
            return null;
        }
        Object[] values = new Object[probes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = probes.get(i).feature().of(unit.fact(probes.get(i).ordinal()));
        }
        return new Key(values);
    }
}
