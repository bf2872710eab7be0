package fr.optam.engine;

import java.util.Arrays;

/** Some rows as bits: every field in turn lets rows pass or not, the one that lets fewest pass first. */
final class RowBits implements RowIndex.Node {
    private static final int[] NONE = {};

    private final int[] numbers;
    private final CellMasks[] fields;
    private final long last;

    /**
     * @param numbers numbers of the rows, in order
     * @param fields what each field lets pass, in the order in which they are asked
     */
    RowBits(int[] numbers, CellMasks[] fields) {
        this.numbers = numbers;
        this.fields = fields;
        int rest = numbers.length % Long.SIZE;
        this.last = rest == 0 ? -1 : (1L << rest) - 1;
    }

    @Override
    public int[] find(Object[] values) {
        if (numbers.length == 0) {
            return NONE;
        }
        return numbers.length <= Long.SIZE ? few(values) : many(values);
    }

    private int[] few(Object[] values) {
        long left = last;
        for (CellMasks field : fields) {
            left &= field.of(values[field.field()])[0];
            if (left == 0) {
                return NONE;
            }
        }
        int[] found = new int[Long.bitCount(left)];
        take(left, 0, found, 0);
        return found;
    }

    private int[] many(Object[] values) {
        long[] left = new long[(numbers.length + Long.SIZE - 1) / Long.SIZE];
        Arrays.fill(left, -1);
        left[left.length - 1] = last;
        for (CellMasks field : fields) {
            long[] passing = field.of(values[field.field()]);
            long any = 0;
            for (int i = 0; i < left.length; i++) {
                left[i] &= passing[i];
                any |= left[i];
            }
            if (any == 0) {
                return NONE;
            }
        }
        int size = 0;
        for (long word : left) {
            size += Long.bitCount(word);
        }
        int[] found = new int[size];
        int at = 0;
        for (int i = 0; i < left.length; i++) {
            at = take(left[i], i * Long.SIZE, found, at);
        }
        return found;
    }

    private int take(long word, int base, int[] found, int at) {
        int next = at;
        for (long rest = word; rest != 0; rest &= rest - 1) {
            found[next++] = numbers[base + Long.numberOfTrailingZeros(rest)];
        }
        return next;
    }
}
