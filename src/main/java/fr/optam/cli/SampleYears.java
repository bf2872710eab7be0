package fr.optam.cli;

import fr.optam.cohort.sample.Panel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import picocli.CommandLine.Option;

/** Options of a synthetic cohort over several years. */
final class SampleYears {
    private static final int DECIMALS = 4;

    @Option(
            names = "--years",
            paramLabel = "YEARS",
            description =
                    "The same practitioners in each of these years, 2021-2025, a folder a year: DIR/2021 …; instead of"
                            + " --year.")
    String years;

    @Option(
            names = "--drift",
            paramLabel = "WHAT=CHANGE",
            description =
                    "With --years, a change a year: overrun=+0.01 raises every overrun rate of free fees by one point,"
                            + " what was signed stays; membership=+0.02 raises the share of members among all practitioners by two"
                            + " points. May be given for both. Default: 0.")
    List<String> drifts = new ArrayList<>();

    Optional<Panel> panel() throws Failure {
        if (years == null) {
            if (!drifts.isEmpty()) {
                throw Failure.usage("--drift", "goes with --years, " + drifts.get(0), "Maybe --years 2021-2025.");
            }
            return Optional.empty();
        }
        SortedSet<Integer> all = TrendInputs.years(years);
        if (all.size() != all.last() - all.first() + 1) {
            throw Failure.usage(
                    "--years", "years are left out, " + years, "Maybe " + all.first() + "-" + all.last() + ".");
        }
        return Optional.of(new Panel(all.first(), all.last(), drift("overrun"), drift("membership")));
    }

    private int drift(String name) throws Failure {
        int found = 0;
        boolean there = false;
        for (String each : drifts) {
            int cut = each.indexOf('=');
            String what = cut < 0 ? each : each.substring(0, cut);
            if (!List.of("overrun", "membership").contains(what) || cut < 0) {
                throw Failure.usage("--drift", "not known, " + each, "Maybe overrun=+0.01 or membership=+0.02.");
            }
            if (what.equals(name)) {
                if (there) {
                    throw Failure.usage("--drift", name + " is there twice", "Maybe once.");
                }
                there = true;
                found = tenThousandths(each, each.substring(cut + 1));
            }
        }
        return found;
    }

    private static int tenThousandths(String drift, String text) throws Failure {
        try {
            return new BigDecimal(text).movePointRight(DECIMALS).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Failure.usage("--drift", "no change with four decimals at most, " + drift, "Maybe overrun=+0.01.");
        }
    }
}
