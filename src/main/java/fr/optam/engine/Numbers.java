package fr.optam.engine;

/** Numbers of the values that were met first. Many threads read while one adds. */
final class Numbers {
    private static final int SMALL = 8;

    private final int from;
    private final int most;
    private volatile Known known = new Known(new Object[SMALL], new int[SMALL], false);
    private int size;

    /**
     * @param from number of the first
     * @param most number of values that get one
     */
    Numbers(int from, int most) {
        this.from = from;
        this.most = most;
    }

    private record Known(Object[] values, int[] numbers, boolean full) {
        int place(Object value) {
            int hash = value.hashCode();
            hash ^= hash >>> 16;
            int at = (hash ^ hash >>> 7) & values.length - 1;
            while (values[at] != null && values[at] != value && !values[at].equals(value)) {
                at = at + 1 & values.length - 1;
            }
            return at;
        }
    }

    /** Number of a value; {@link Classes#MANY} if too many were met before it. */
    int of(Object value) {
        Known now = known;
        int at = now.place(value);
        return now.values[at] != null ? now.numbers[at] : now.full ? Classes.MANY : add(value);
    }

    private synchronized int add(Object value) {
        Known now = known;
        int at = now.place(value);
        if (now.values[at] != null) {
            return now.numbers[at];
        }
        boolean full = size >= most;
        int length = 3 * size > now.values.length ? 2 * now.values.length : now.values.length;
        Known more = new Known(new Object[length], new int[length], full);
        for (int i = 0; i < now.values.length; i++) {
            if (now.values[i] != null) {
                put(more, now.values[i], now.numbers[i]);
            }
        }
        int number = full ? Classes.MANY : from + size++;
        if (!full) {
            put(more, value, number);
        }
        known = more;
        return number;
    }

    private static void put(Known into, Object value, int number) {
        int at = into.place(value);
        into.values[at] = value;
        into.numbers[at] = number;
    }
}
