package fr.optam.analysis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A product of atoms, one set an axis. An axis that it does not limit has none. */
final class Box {
    private final BitSet[] sets;

    private Box(BitSet[] sets) {
        this.sets = sets;
    }

    /** The box without limits. */
    static Box whole(int axes) {
        return new Box(new BitSet[axes]);
    }

    /** The atoms of an axis; null if all of them. */
    BitSet set(int axis) {
        return sets[axis];
    }

    int axes() {
        return sets.length;
    }

    /** This box with other atoms on one axis; null is all of them. */
    Box with(int axis, BitSet atoms) {
        BitSet[] other = sets.clone();
        other[axis] = atoms;
        return new Box(other);
    }

    /** This box held to some atoms of an axis. */
    Box within(int axis, BitSet atoms, int size) {
        BitSet both = (BitSet) atoms.clone();
        if (sets[axis] != null) {
            both.and(sets[axis]);
        }
        return with(axis, both.cardinality() == size ? null : both);
    }

    boolean isEmpty() {
        return Arrays.stream(sets).anyMatch(s -> s != null && s.isEmpty());
    }

    boolean meets(Box other) {
        for (int i = 0; i < sets.length; i++) {
            BitSet a = sets[i];
            BitSet b = other.sets[i];
            if (a != null && (b == null ? a.isEmpty() : !a.intersects(b)) || a == null && b != null && b.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    Box and(Box other) {
        BitSet[] both = new BitSet[sets.length];
        for (int i = 0; i < sets.length; i++) {
            both[i] = and(sets[i], other.sets[i]);
        }
        return new Box(both);
    }

    private static BitSet and(BitSet a, BitSet b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }

    /** Whether the other lies in this one. */
    boolean contains(Box other) {
        for (int i = 0; i < sets.length; i++) {
            if (sets[i] != null && (other.sets[i] == null || !isSubset(other.sets[i], sets[i]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubset(BitSet a, BitSet b) {
        for (int i = a.nextSetBit(0); i >= 0; i = a.nextSetBit(i + 1)) {
            if (!b.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Number of its points. */
    BigInteger volume(int[] sizes) {
        BigInteger volume = BigInteger.ONE;
        for (int i = 0; i < sets.length; i++) {
            volume = volume.multiply(BigInteger.valueOf(sets[i] == null ? sizes[i] : sets[i].cardinality()));
        }
        return volume;
    }

    /** The points of this box that another does not hold, as boxes that share none. */
    List<Box> minus(Box other, int[] sizes) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> parts = new ArrayList<>();
        Box rest = this;
        for (int axis = 0; axis < sets.length; axis++) {
            if (other.sets[axis] != null) {
                BitSet outside = new BitSet(sizes[axis]);
                outside.set(0, sizes[axis]);
                outside.andNot(other.sets[axis]);
                Box part = rest.within(axis, outside, sizes[axis]);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                rest = rest.within(axis, other.sets[axis], sizes[axis]);
            }
        }
        return parts;
    }

    boolean holds(int[] point) {
        for (int i = 0; i < sets.length; i++) {
            if (sets[i] != null && !sets[i].get(point[i])) {
                return false;
            }
        }
        return true;
    }

    /** The largest box of points that no other box holds and that contains this one, itself free of them. */
    Box widened(List<Box> others, int[] sizes) {
        Box wide = this;
        for (boolean whole : new boolean[] {true, false}) {
            for (int axis = 0; axis < sets.length; axis++) {
                if (wide.sets[axis] != null) {
                    BitSet free = wide.free(axis, others, sizes[axis]);
                    if (free.cardinality() == sizes[axis]) {
                        wide = wide.with(axis, null);
                    } else if (!whole) {
                        wide = wide.with(axis, free);
                    }
                }
            }
        }
        return wide;
    }

    private BitSet free(int axis, List<Box> others, int size) {
        Box line = with(axis, null);
        BitSet free = new BitSet(size);
        free.set(0, size);
        for (Box other : others) {
            if (line.meets(other)) {
                if (other.sets[axis] == null) {
                    return new BitSet();
                }
                free.andNot(other.sets[axis]);
            }
        }
        return free;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Box other && Arrays.equals(sets, other.sets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sets);
    }

    @Override
    public String toString() {
        return Arrays.toString(sets);
    }
}
