package fr.optam.engine;

import java.util.Arrays;

/** Finds things by some numbers. Many threads read while one writes; a reader that comes too early finds nothing. */
final class NumberTable<T> {
    private static final int SMALL = 16;
    private static final int FIRST = 0x2c1b3c6d;
    private static final int SECOND = 0x297a2d39;
    private static final int LAST = 0x9e3779b9;

    private volatile Entry<T>[] entries = empty(SMALL);
    private int size;

    private record Entry<T>(int[] key, int hash, T value) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Entry<T>[] empty(int length) {
        return new Entry[length];
    }

    /** What tells numbers apart at first sight; three sums at once, for a processor waits for each product. */
    static int hash(int[] numbers, int length) {
        int a = length;
        int b = 0;
        int c = 0;
        int i = 0;
        for (; i + 2 < length; i += 3) {
            a = a * FIRST + numbers[i];
            b = b * FIRST + numbers[i + 1];
            c = c * FIRST + numbers[i + 2];
        }
        for (; i < length; i++) {
            a = a * FIRST + numbers[i];
        }
        int hash = (a * SECOND + b) * SECOND + c;
        hash *= LAST;
        return hash ^ hash >>> 16;
    }

    /** What was put for the first of some numbers; null if nothing was. */
    T get(int[] numbers, int length) {
        Entry<T>[] all = entries;
        int hash = hash(numbers, length);
        for (int at = hash & all.length - 1; ; at = at + 1 & all.length - 1) {
            Entry<T> entry = all[at];
            if (entry == null) {
                return null;
            }
            if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, numbers, 0, length)) {
                return entry.value;
            }
        }
    }

    /** Puts a thing where nothing was; else what was there stays, and is given. */
    synchronized T put(int[] numbers, int length, T value) {
        T known = get(numbers, length);
        if (known != null) {
            return known;
        }
        if (2 * ++size > entries.length) {
            Entry<T>[] more = empty(2 * entries.length);
            for (Entry<T> entry : entries) {
                if (entry != null) {
                    put(more, entry);
                }
            }
            entries = more;
        }
        put(entries, new Entry<>(Arrays.copyOf(numbers, length), hash(numbers, length), value));
        return value;
    }

    private static <T> void put(Entry<T>[] all, Entry<T> entry) {
        int at = entry.hash & all.length - 1;
        while (all[at] != null) {
            at = at + 1 & all.length - 1;
        }
        all[at] = entry;
    }

    /** Number of things. */
    synchronized int size() {
        return size;
    }
}
