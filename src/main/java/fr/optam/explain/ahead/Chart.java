package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is decided of each pair of an overrun rate and an opposable share, the fees being as planned.
 *
 * @param spots pairs, by share and then by rate, both going up
 */
public record Chart(List<Spot> spots) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int ROUND = 5;
    private static final int AROUND = 10;
    private static final int MOST = 12;

    /** Copies the list. */
    public Chart {
        spots = List.copyOf(spots);
    }

    /**
     * A pair.
     *
     * @param overrunRate overruns by fees
     * @param opposableShare fees at opposable tariffs by fees
     * @param answers answers by question, without those of letters
     */
    public record Spot(BigDecimal overrunRate, BigDecimal opposableShare, Map<String, Answer> answers) {}

    /**
     * Asks for the pairs around the plan and the commitments.
     *
     * @param rates rates to be seen, of overruns
     * @param shares shares to be seen
     */
    static Chart of(Probe probe, Practice planned, List<BigDecimal> rates, List<BigDecimal> shares) {
        BigDecimal fees = planned.fees().orElseThrow();
        List<Integer> across = percents(rates, Integer.MAX_VALUE);
        List<Integer> down = percents(shares, HUNDRED.intValueExact());
        List<Spot> spots = new ArrayList<>();
        for (int share : down) {
            for (int rate : across) {
                Practice practice = new Practice(
                        planned.fees(),
                        Optional.of(part(fees, rate, RoundingMode.DOWN)),
                        Optional.of(part(fees, share, RoundingMode.UP)),
                        planned.counts());
                spots.add(new Spot(BigDecimal.valueOf(rate, 2), BigDecimal.valueOf(share, 2), probe.answers(practice)));
            }
        }
        return new Chart(spots);
    }

    private static BigDecimal part(BigDecimal fees, int percent, RoundingMode rounding) {
        return fees.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, rounding);
    }

    /** Round percents around some rates, not too many. */
    private static List<Integer> percents(List<BigDecimal> rates, int most) {
        BigDecimal low = rates.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal high = rates.stream().max(BigDecimal::compareTo).orElseThrow();
        int from = Math.max(0, low.movePointRight(2).intValue() / ROUND * ROUND - AROUND);
        int to = Math.min(most, high.movePointRight(2).intValue() / ROUND * ROUND + ROUND + AROUND);
        int step = ROUND;
        while ((to - from) / step > MOST) {
            step += ROUND;
        }
        List<Integer> all = new ArrayList<>();
        for (int percent = from; percent <= to; percent += step) {
            all.add(percent);
        }
        return all;
    }
}
