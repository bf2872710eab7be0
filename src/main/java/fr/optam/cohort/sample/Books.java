package fr.optam.cohort.sample;

/**
 * Step 18 of the recipe: fees are charged so that the sums of the acts are the amounts of the year to the cent.
 *
 * <p>The tariffs of the balancing lines are set so that the fees of the year are a multiple of 100 euros; both rates
 * are then exact with four decimals.
 */
final class Books {

    private static final long UNIT = 10_000;
    private static final long SMALLEST_BALANCE = 2_000;

    private Books() {}

    /**
     * The year as the acts say it.
     *
     * @param fees sum of prices, cents
     * @param overruns sum of overruns, cents
     * @param opposable sum of prices of lines without overrun, cents
     * @param overrunRate exact, ten-thousandths
     * @param opposableShare exact, ten-thousandths
     * @param counts acts by category, in the order of {@link Category}
     */
    record Totals(long fees, long overruns, long opposable, int overrunRate, int opposableShare, long[] counts) {}

    /** Charges every line and sums up. */
    static Totals close(ActTable acts, Aim aim, SplitMix64 random) {
        if (aim.overrunRate() == 0) {
            System.arraycopy(acts.price, 0, acts.fee, 0, acts.count);
            long fees = prices(acts, 0);
            return new Totals(fees, 0, fees, 0, (int) UNIT, counts(acts));
        }
        choose(acts, aim, random);
        balance(acts);
        long opposable = opposable(acts, 0);
        long fees = prices(acts, 0);
        long overruns = fees / UNIT * aim.overrunRate();
        Fees.spread(acts, overruns);
        return new Totals(
                fees, overruns, opposable, aim.overrunRate(), (int) (opposable / (fees / UNIT)), counts(acts));
    }

    /** Decides which of the free lines carry no overrun, with the probability that is left for them. */
    private static void choose(ActTable acts, Aim aim, SplitMix64 random) {
        long all = prices(acts, ActDraw.BALANCING);
        long bound = opposable(acts, ActDraw.BALANCING);
        long wanted = all * aim.opposableShare() - bound * UNIT;
        int probability = all == bound ? 0 : (int) Math.max(0, Math.min(UNIT, wanted / (all - bound)));
        for (int act = ActDraw.BALANCING; act < acts.count; act++) {
            if (acts.charge[act] == ActTable.FREE && random.below((int) UNIT) < probability) {
                acts.charge[act] = ActTable.OPPOSABLE;
            }
        }
        acts.charge[0] = ActTable.FREE;
        if (acts.count > 1) {
            acts.charge[1] = ActTable.OPPOSABLE;
        }
    }

    /** Sets the tariffs of the balancing lines: fees = 100 EUR x m, opposable = share x fees, both exact. */
    private static void balance(ActTable acts) {
        if (acts.count == 1) {
            set(acts, 0, (Math.max(acts.tariff[0], UNIT) + UNIT / 2) / UNIT * UNIT);
            return;
        }
        long opposable = opposable(acts, ActDraw.BALANCING);
        long charged = prices(acts, ActDraw.BALANCING) - opposable;
        long room = SMALLEST_BALANCE + UNIT + (opposable + charged) / UNIT;
        long free = Math.max(acts.tariff[0], room);
        long bound = Math.max(acts.tariff[1], room);
        long unit = (opposable + charged + free + bound + UNIT / 2) / UNIT;
        long share = (opposable + bound + unit / 2) / unit;
        set(acts, 1, share * unit - opposable);
        set(acts, 0, (UNIT - share) * unit - charged);
    }

    private static void set(ActTable acts, int act, long tariff) {
        acts.tariff[act] = tariff;
        acts.price[act] = tariff;
    }

    private static long prices(ActTable acts, int from) {
        long sum = 0;
        for (int act = from; act < acts.count; act++) {
            sum += acts.price[act];
        }
        return sum;
    }

    private static long opposable(ActTable acts, int from) {
        long sum = 0;
        for (int act = from; act < acts.count; act++) {
            sum += acts.charge[act] == ActTable.OPPOSABLE ? acts.price[act] : 0;
        }
        return sum;
    }

    private static long[] counts(ActTable acts) {
        long[] counts = new long[Category.values().length];
        for (int act = 0; act < acts.count; act++) {
            counts[acts.category[act].ordinal()] += acts.quantity[act];
        }
        return counts;
    }
}
