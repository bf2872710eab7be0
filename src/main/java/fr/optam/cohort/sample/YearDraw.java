package fr.optam.cohort.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Steps 7 and 8 of the recipe: the year before the one of the acts, and reference years. */
final class YearDraw {

    private static final long MEDIAN_FEES = 15_000_000;
    private static final long WHOLE = 10_000;

    private final int year;
    private final Optional<Panel> panel;
    private final List<Integer> referenceYears;
    private final Quantiles quantiles;
    private final AimDraw aims;
    private final Tally tally;

    YearDraw(SampleRequest request, List<Integer> referenceYears, Quantiles quantiles, AimDraw aims, Tally tally) {
        this.year = request.year();
        this.panel = request.panel();
        this.referenceYears = referenceYears;
        this.quantiles = quantiles;
        this.aims = aims;
        this.tally = tally;
    }

    /** The years before, in order. */
    List<Drawn.YearRow> draw(Subject subject, Aim aim, SplitMix64 random) {
        TreeMap<Integer, Drawn.YearRow> rows = new TreeMap<>();
        int installed = subject.installed().getYear();
        boolean edge = random.perMille(20);
        boolean history = random.perMille(50) || panel.isPresent() || subject.member() && !aim.signed();
        int counted = random.between(48, 52);
        if (installed < year - 1 || installed == year - 1 && random.perMille(500)) {
            long[] counts = counts(subject, installed == year - 1 ? 2 : 1, random);
            if (edge) {
                toEdge(counts, counted, subject);
                tally.add("edges.counted_acts_" + counted, 1);
            }
            rows.put(year - 1, row(year - 1, counts, subject, aim, random));
        }
        if (history) {
            for (int reference : referenceYears) {
                if (reference < year - 1 && reference > installed) {
                    rows.put(reference, row(reference, counts(subject, 1, random), subject, aim, random));
                }
            }
        }
        return new ArrayList<>(rows.values());
    }

    private Drawn.YearRow row(int of, long[] counts, Subject subject, Aim aim, SplitMix64 random) {
        long fees = quantiles.around(MEDIAN_FEES, Curve.LOGNORMAL_0_45, random);
        if (subject.sector().equals("1")) {
            return new Drawn.YearRow(of, counts, fees, 0, fees);
        }
        if (panel.isPresent()) {
            Aim then = aim.above(
                    subject.freeFees() ? panel.get().overrun(of) - panel.get().overrun(year) : 0, true);
            long round = fees / WHOLE * WHOLE;
            return new Drawn.YearRow(
                    of, counts, round, round / WHOLE * then.overrunRate(), round / WHOLE * then.opposableShare());
        }
        long overruns = fees * aims.rate(subject.member(), random) / 10_000;
        long opposable = fees * aims.share(subject.member(), random) / 10_000;
        return new Drawn.YearRow(of, counts, fees, overruns, opposable);
    }

    private long[] counts(Subject subject, int divisor, SplitMix64 random) {
        long[] counts = new long[Category.values().length];
        switch (subject.group()) {
            case "SURGERY" -> counts[0] = quantiles.around(450, Curve.LOGNORMAL_0_60, random);
            case "GYN_OBST" -> {
                counts[0] = quantiles.around(180, Curve.LOGNORMAL_0_50, random);
                counts[1] = quantiles.around(220, Curve.LOGNORMAL_0_50, random);
            }
            case "ANAESTHESIA" -> counts[2] = quantiles.around(1_100, Curve.LOGNORMAL_0_40, random);
            case "OTHER" -> counts[0] = random.perMille(850) ? 0 : geometric(30, random);
            default -> counts[0] = quantiles.around(180, Curve.LOGNORMAL_0_60, random);
        }
        if (counts[2] == 0 && !subject.group().equals("SURGERY")) {
            counts[Category.ATM.ordinal()] = quantiles.around(200, Curve.LOGNORMAL_0_60, random);
        }
        for (int category = 0; category < counts.length; category++) {
            counts[category] /= divisor;
        }
        return counts;
    }

    private static int geometric(int mean, SplitMix64 random) {
        int value = 1;
        while (value < 20 * mean && random.below(mean) != 0) {
            value++;
        }
        return value;
    }

    private static void toEdge(long[] counts, int counted, Subject subject) {
        boolean anaesthesia = subject.group().equals("ANAESTHESIA");
        long obstetric = subject.group().equals("GYN_OBST") ? 20 : 0;
        counts[0] = anaesthesia ? 0 : counted - obstetric;
        counts[1] = obstetric;
        counts[2] = anaesthesia ? counted : 0;
    }
}
