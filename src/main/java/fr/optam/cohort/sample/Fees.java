package fr.optam.cohort.sample;

/** Charges overruns as practices do: a line of the same price and level always costs the same round amount. */
final class Fees {

    private static final int FRACTION_BITS = 20;
    private static final int ROUNDS = 5;

    private Fees() {}

    /**
     * Spreads the overruns of the year over the lines that carry one, at least a cent each, exactly: what the round
     * amounts leave over falls to the first line, one of those that close the books.
     */
    static void spread(ActTable acts, long overruns) {
        long weights = 0;
        for (int act = 0; act < acts.count; act++) {
            weights += acts.charge[act] == ActTable.FREE ? acts.price[act] * acts.level[act] : 0;
        }
        long first = overruns * acts.level[0] * acts.price[0] / weights;
        long wanted = overruns - Math.max(1, first);
        long scale = (overruns << FRACTION_BITS) / weights;
        long best = 0;
        long reached = charged(acts, 0);
        for (int round = 0; round < ROUNDS; round++) {
            long charged = charged(acts, scale);
            if (charged <= wanted && charged > reached) {
                reached = charged;
                best = scale;
            }
            if (charged == 0) {
                break;
            }
            scale = scale * wanted / charged;
        }
        long rest = overruns;
        for (int act = 1; act < acts.count; act++) {
            long overrun = overrun(acts, act, best);
            acts.fee[act] = acts.price[act] + overrun;
            rest -= overrun;
        }
        acts.fee[0] = acts.price[0] + rest;
    }

    private static long charged(ActTable acts, long scale) {
        long sum = 0;
        for (int act = 1; act < acts.count; act++) {
            sum += overrun(acts, act, scale);
        }
        return sum;
    }

    private static long overrun(ActTable acts, int act, long scale) {
        if (acts.charge[act] != ActTable.FREE) {
            return acts.charge[act] == ActTable.OPPOSABLE ? 0 : 1;
        }
        long price = acts.price[act];
        long exact = price * acts.level[act] * scale >> FRACTION_BITS;
        long unit = exact >= 5_000 ? 500 : exact >= 500 ? 100 : exact >= 50 ? 10 : 1;
        return Math.max(1, (price + exact) / unit * unit - price);
    }
}
