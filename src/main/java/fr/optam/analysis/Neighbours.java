package fr.optam.analysis;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which rows of a table meet which: every pair is looked at, on the most telling axis first. */
final class Neighbours {
    private final int[] order;
    private final int[][] low;
    private final int[][] high;
    private final BitSet[][] sets;
    private final BitSet[] met;

    Neighbours(List<Box> rows, int[] sizes) {
        int n = rows.size();
        order = order(rows, sizes);
        low = new int[sizes.length][n];
        high = new int[sizes.length][n];
        sets = new BitSet[sizes.length][n];
        for (int axis = 0; axis < sizes.length; axis++) {
            for (int i = 0; i < n; i++) {
                BitSet set = rows.get(i).set(axis);
                low[axis][i] = set == null ? 0 : set.nextSetBit(0);
                high[axis][i] = set == null ? sizes[axis] - 1 : set.length() - 1;
                boolean run = set == null || set.cardinality() == high[axis][i] - low[axis][i] + 1;
                sets[axis][i] = run ? null : set;
            }
        }
        met = new BitSet[n];
        for (int i = 0; i < n; i++) {
            met[i] = new BitSet(n);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (!rows.get(i).isEmpty() && meet(i, j, rows)) {
                    met[i].set(j);
                    met[j].set(i);
                }
            }
        }
    }

    private static int[] order(List<Box> rows, int[] sizes) {
        long[] width = new long[sizes.length];
        for (int axis = 0; axis < sizes.length; axis++) {
            for (Box row : rows) {
                width[axis] += 1_000L
                        * (row.set(axis) == null ? sizes[axis] : row.set(axis).cardinality())
                        / sizes[axis];
            }
        }
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong(axis -> width[axis]))
                .mapToInt(i -> i)
                .toArray();
    }

    private boolean meet(int i, int j, List<Box> rows) {
        for (int axis : order) {
            if (low[axis][i] > high[axis][j]
                    || low[axis][j] > high[axis][i]
                    || low[axis][i] < 0
                    || low[axis][j] < 0
                    || (sets[axis][i] != null || sets[axis][j] != null)
                            && !cross(rows.get(i).set(axis), rows.get(j).set(axis))) {
                return false;
            }
        }
        return true;
    }

    private static boolean cross(BitSet a, BitSet b) {
        return a == null || b == null || a.intersects(b);
    }

    /** The rows that meet a row. */
    BitSet of(int row) {
        return met[row];
    }
}
