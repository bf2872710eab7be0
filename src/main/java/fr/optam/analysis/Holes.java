package fr.optam.analysis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The points that no box holds, as a decision diagram: a step that says nothing is left out, equal ends are one. */
final class Holes {
    /** Every point. */
    static final Holes ALL = new Holes(Integer.MAX_VALUE, Map.of());
    /** No point. */
    static final Holes NONE = new Holes(Integer.MAX_VALUE, Map.of());

    private final int depth;
    private final Map<Holes, BitSet> next;
    private BigInteger paths;
    private BigInteger volume;

    Holes(int depth, Map<Holes, BitSet> next) {
        this.depth = depth;
        this.next = next;
    }

    /** Number of boxes that the diagram is made of; no two of them share a point. */
    BigInteger count() {
        if (this == ALL || this == NONE) {
            return this == ALL ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (paths == null) {
            paths = next.keySet().stream().map(Holes::count).reduce(BigInteger.ZERO, BigInteger::add);
        }
        return paths;
    }

    /** By axis the atoms that at least one of its points has. */
    BitSet[] spread(Sweep sweep) {
        BitSet[] sets = new BitSet[sweep.depths()];
        Arrays.setAll(sets, axis -> new BitSet());
        spread(0, sweep, sets, new HashSet<>());
        return sets;
    }

    private void spread(int from, Sweep sweep, BitSet[] sets, Set<Holes> seen) {
        if (this == NONE) {
            return;
        }
        for (int d = from; d < Math.min(depth, sweep.depths()); d++) {
            sets[sweep.axis(d)].or(sweep.region(sweep.axis(d)));
        }
        if (this != ALL && seen.add(this)) {
            next.forEach((holes, atoms) -> {
                sets[sweep.axis(depth)].or(atoms);
                holes.spread(depth + 1, sweep, sets, seen);
            });
        }
    }

    private record Path(Holes at, int depth, Box box, BigInteger volume) {}

    /** Its largest boxes, at most a given number of them. */
    List<Box> largest(int most, Sweep sweep) {
        List<Box> boxes = new ArrayList<>();
        PriorityQueue<Path> open =
                new PriorityQueue<>(Comparator.comparing(Path::volume).reversed());
        if (this != NONE) {
            Box start = Box.whole(sweep.depths());
            for (int axis = 0; axis < sweep.depths(); axis++) {
                start = start.with(axis, sweep.region(axis));
            }
            open.add(new Path(this, 0, start, weight(0, sweep)));
        }
        while (!open.isEmpty() && boxes.size() < most) {
            Path path = open.poll();
            if (path.at() == ALL) {
                boxes.add(path.box());
            } else {
                path.at().next.forEach((holes, atoms) -> open.add(path.at().step(path, holes, atoms, sweep)));
            }
        }
        return boxes;
    }

    private Path step(Path path, Holes holes, BitSet atoms, Sweep sweep) {
        Box box = path.box().with(sweep.axis(depth), atoms);
        BigInteger behind = path.volume().divide(weight(path.depth(), sweep));
        BigInteger here =
                behind.multiply(skipped(path.depth(), depth, sweep)).multiply(BigInteger.valueOf(atoms.cardinality()));
        return new Path(holes, depth + 1, box, here.multiply(holes.weight(depth + 1, sweep)));
    }

    /** Volume of the largest box, on the axes from a step on. */
    private BigInteger weight(int from, Sweep sweep) {
        if (this == ALL) {
            return skipped(from, sweep.depths(), sweep);
        }
        if (volume == null) {
            volume = BigInteger.ZERO;
            next.forEach((holes, atoms) -> volume =
                    volume.max(BigInteger.valueOf(atoms.cardinality()).multiply(holes.weight(depth + 1, sweep))));
        }
        return volume.multiply(skipped(from, depth, sweep));
    }

    private static BigInteger skipped(int from, int to, Sweep sweep) {
        BigInteger product = BigInteger.ONE;
        for (int d = from; d < to; d++) {
            product = product.multiply(
                    BigInteger.valueOf(sweep.region(sweep.axis(d)).cardinality()));
        }
        return product;
    }
}
