package fr.optam.cohort.sample;

import java.util.List;

/** Draws the rates that a practitioner reaches and keeps or misses. */
final class AimDraw {

    private static final int POINT = 100;
    private static final int[] EDGES = {0, 1, 2, 3, 4, 5, 10};
    private static final List<int[]> BANDS = List.of(
            new int[] {1, 100},
            new int[] {101, 200},
            new int[] {201, 300},
            new int[] {301, 400},
            new int[] {401, 500},
            new int[] {501, 1000},
            new int[] {1001, 2000});

    private final Quantiles quantiles;

    AimDraw(Quantiles quantiles) {
        this.quantiles = quantiles;
    }

    Aim draw(Subject subject, SplitMix64 random) {
        if (subject.sector().equals("1")) {
            int rate = random.perMille(30) ? random.between(POINT, 5 * POINT) : 0;
            return new Aim(rate, 8_000, 0, 0, false);
        }
        int rate = rate(subject.member(), random);
        int share = share(subject.member(), random);
        if (!subject.member()) {
            return new Aim(rate, share, 0, 0, false);
        }
        boolean signed = !random.perMille(100);
        int overrunGap = -random.below(8 * POINT + 1);
        int shareGap = -random.below(8 * POINT + 1);
        if (random.perMille(50)) {
            int edge = EDGES[random.below(EDGES.length)] * POINT;
            if (random.perMille(500)) {
                overrunGap = edge;
            } else {
                shareGap = edge;
            }
        } else if (!random.perMille(subject.optam() ? 670 : 430)) {
            int missed = random.weighted(50, 30, 20);
            int gap = gap(random);
            overrunGap = missed == 1 ? overrunGap : gap;
            shareGap = missed == 0 ? shareGap : missed == 1 ? gap : random.between(1, gap);
        }
        return new Aim(
                Math.max(rate, overrunGap + POINT),
                Math.min(share, 9_500 - Math.max(0, shareGap)),
                overrunGap,
                shareGap,
                signed);
    }

    /** An overrun rate of sector 2, at least one point. */
    int rate(boolean member, SplitMix64 random) {
        long drawn = member
                ? quantiles.around(2_700, Curve.LOGNORMAL_0_45, random)
                : quantiles.around(5_800, Curve.LOGNORMAL_0_50, random);
        return (int) Math.max(POINT, drawn);
    }

    /** An opposable share of sector 2. */
    int share(boolean member, SplitMix64 random) {
        return (int) (quantiles.draw(member ? Curve.BETA_4_4 : Curve.BETA_2_6, random) / 100);
    }

    private static int gap(SplitMix64 random) {
        int[] band = BANDS.get(random.weighted(25, 20, 15, 10, 8, 14, 8));
        return random.between(band[0], band[1]);
    }
}
