package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The domain of one field, cut where the cells of a table tell its values apart. The pieces are called atoms and
 * numbered from 0; that of no value, if the field may have none, comes last.
 */
final class Axis {
    private final FieldDomain domain;
    private final Sentence label;
    private final long[] starts;
    private final int size;
    private final Map<Object, BitSet> known = new HashMap<>();

    /**
     * @param label what people call the field
     * @param cuts numbers of an ordered domain at which an atom begins; those outside it are left out
     */
    Axis(FieldDomain domain, Sentence label, NavigableSet<Long> cuts) {
        this.domain = domain;
        this.label = label;
        NavigableSet<Long> inside = new TreeSet<>();
        if (domain.ordered()) {
            inside.addAll(cuts.subSet(domain.from(), true, domain.to(), true));
            inside.add(domain.from());
        }
        this.starts = inside.stream().mapToLong(Long::longValue).toArray();
        this.size = (domain.ordered() ? starts.length : domain.codes().size()) + (domain.empty() ? 1 : 0);
    }

    String field() {
        return domain.field();
    }

    Sentence label() {
        return label;
    }

    FieldDomain domain() {
        return domain;
    }

    int size() {
        return size;
    }

    boolean ordered() {
        return domain.ordered();
    }

    boolean mayBeEmpty() {
        return domain.empty();
    }

    /** Number of atoms that hold values. */
    int valued() {
        return size - (domain.empty() ? 1 : 0);
    }

    BitSet all() {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    /** First value of an atom, by number. */
    long start(int atom) {
        return starts[atom];
    }

    /** Last value of an atom, by number. */
    long end(int atom) {
        return atom + 1 < starts.length ? starts[atom + 1] - 1 : domain.to();
    }

    /** The atoms whose values pass a test. */
    BitSet passing(Test test, Object operand) {
        return known.computeIfAbsent(
                List.of(test, operand),
                k -> ordered() && test != Test.AMONG ? range(test, operand) : discrete(test, operand));
    }

    private BitSet range(Test test, Object operand) {
        BitSet atoms = new BitSet(size);
        if (!domain.scale().suits(operand)) {
            return atoms;
        }
        long[] ends = domain.ends(test, operand);
        if (ends[0] <= ends[1]) {
            atoms.set(within(ends[0]), within(ends[1]) + 1);
        }
        return atoms;
    }

    /** The atom of a number of the domain. */
    private int within(long number) {
        int at = Arrays.binarySearch(starts, number);
        return at >= 0 ? at : -at - 2;
    }

    private BitSet discrete(Test test, Object operand) {
        BitSet atoms = new BitSet(size);
        for (int i = 0; i < size; i++) {
            atoms.set(i, test.holds(representative(i), operand));
        }
        return atoms;
    }

    private Object representative(int atom) {
        if (atom >= valued()) {
            return null;
        }
        return ordered() ? domain.scale().value(starts[atom]) : domain.codes().get(atom);
    }

    /** The atom that a value lies in; -1 if none does. */
    int atom(Object value) {
        if (value == null) {
            return domain.empty() ? size - 1 : -1;
        }
        if (!ordered()) {
            return domain.codes().indexOf(value);
        }
        if (!domain.scale().suits(value)) {
            return -1;
        }
        long number = domain.scale().floor(value);
        return number < domain.from() || number > domain.to() ? -1 : within(number);
    }

    /** First and last value of a run of atoms; none for that of no value. */
    List<Object> ends(int from, int to) {
        List<Object> ends = new ArrayList<>();
        if (from >= valued()) {
            return ends;
        }
        if (!ordered()) {
            ends.add(domain.codes().get(from));
            return ends;
        }
        ends.add(domain.scale().value(starts[from]));
        ends.add(domain.scale().value(end(Math.min(to, valued() - 1))));
        return ends;
    }

    /** A value of an atom as facts hold it; null for that of no value. */
    Object value(int atom) {
        if (!ordered() || atom >= valued()) {
            return representative(atom);
        }
        boolean open = atom == 0 && starts.length > 1;
        return domain.scale().value(open ? end(0) : starts[atom]);
    }
}
