package fr.optam.cohort.sample;

import java.math.BigDecimal;
import java.util.List;

/** Decides after which act line a defective row comes, and of which kind: one of each in turn. */
final class BadRowTurn {

    private static final int STREAM = 5;
    private static final int MILLION = 1_000_000;

    private final SampleRequest request;
    private final int perMillion;
    private final List<String> kinds;
    private final Tally tally;
    private int turn;

    /**
     * Reads the share asked for.
     *
     * @param kinds file and reason with a dot between, in the order of their turns
     * @param turn defective rows of the practitioners before
     */
    BadRowTurn(SampleRequest request, List<String> kinds, int turn, Tally tally) {
        this.request = request;
        this.kinds = kinds;
        this.turn = turn;
        this.tally = tally;
        perMillion = perMillion(request);
    }

    private static int perMillion(SampleRequest request) {
        return request.badRows().multiply(BigDecimal.valueOf(MILLION)).intValue();
    }

    /** How many turns a practitioner with so many act lines takes. */
    static int count(SampleRequest request, int practitioner, int lines) {
        SplitMix64 random = new SplitMix64(request.seed(), practitioner, STREAM);
        int perMillion = perMillion(request);
        int count = 0;
        for (int act = 0; act < lines; act++) {
            count += random.below(MILLION) < perMillion ? 1 : 0;
        }
        return count;
    }

    SplitMix64 random(int practitioner) {
        return new SplitMix64(request.seed(), practitioner, STREAM);
    }

    boolean next(SplitMix64 random) {
        return perMillion > 0 && random.below(MILLION) < perMillion;
    }

    /** Kind whose turn it is. */
    String kind() {
        return kinds.get(turn % kinds.size());
    }

    /** Notes that so many rows of this kind were written, and goes on to the next. */
    void done(int rows) {
        tally.add("rejected." + kind(), rows);
        turn++;
    }

    /** Notes one more row that was written and is left out for a reason of its own. */
    void alsoExcluded(String kind) {
        tally.add("excluded." + kind, 1);
    }
}
