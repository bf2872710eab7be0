package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What is counted of one group in one year. */
final class GroupYear {
    private static final int DECIMALS = 6;
    private static final Set<String> INNER = Set.of("membersElse", "membersWhoMayJoin");

    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, Spread> spreads = new TreeMap<>();
    private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

    /** Counts the practitioner among those of the year. */
    void add(YearView view, boolean rated) {
        count("practitioners");
        if (view.mayJoin().orElse(false)) {
            count("mayJoin");
        }
        if (view.mayJoin().isEmpty()) {
            count("mayJoinUnknown");
        }
        if (view.standing() instanceof YearView.Standing.Unknown) {
            count("standingUnknown");
        }
        if (view.member()) {
            count("members");
            count(view.mayJoin().orElse(false) ? "membersWhoMayJoin" : "membersElse");
            verdict("respect", view.respect());
            sum("prime", view.prime());
            sum("clawback", view.clawback());
        }
        if (rated) {
            view.rates().forEach((name, rate) -> {
                rate.observed().ifPresent(r -> spread("observed." + name, r));
                rate.committed().ifPresent(r -> spread("committed." + name, r));
                if (view.member()) {
                    verdict("respect." + name, rate.respect());
                }
            });
        }
        view.findings().forEach(code -> count("finding." + code));
    }

    void count(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    void spread(String name, BigDecimal figure) {
        spreads.computeIfAbsent(name, n -> new Spread()).add(figure);
    }

    /** What could not be said is no zero: it is counted beside. */
    private void sum(String name, Optional<BigDecimal> amount) {
        amount.ifPresentOrElse(a -> sums.merge(name, a, BigDecimal::add), () -> count(name + "Unknown"));
    }

    private void verdict(String question, String verdict) {
        count(question + ":" + verdict);
    }

    SortedMap<String, Spread> spreads() {
        return spreads;
    }

    long counted(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Names of what was counted. */
    Set<String> names() {
        return counts.keySet();
    }

    /**
     * The figures of the long table.
     *
     * @param names what is counted of the group in any year; nobody is zero
     */
    List<Figure> figures(int year, Group group, Set<String> names) {
        Rows rows = new Rows(year, group, counted("practitioners"), new ArrayList<>());
        for (String name : names) {
            if (name.startsWith("finding.")) {
                rows.add(name, BigDecimal.valueOf(counted(name)), "findings");
            } else if (!INNER.contains(name)) {
                rows.count(name.replace(':', '.'), counted(name));
            }
        }
        rows.share("memberShare", counted("membersWhoMayJoin"), counted("mayJoin"));
        rows.share("memberShareOfAll", counted("members"), counted("practitioners"));
        shares(rows);
        sums.forEach((name, sum) -> rows.all.add(
                new Figure(year, name, group, sum.setScale(2, RoundingMode.HALF_UP), "EUR", counted("members"))));
        spreads.forEach(rows::spread);
        return rows.all;
    }

    /** Of those found to keep a commitment or to miss it, the share that keeps it. */
    private void shares(Rows rows) {
        counts.keySet().stream()
                .filter(name -> name.endsWith(":" + Verdict.RESPECTED) || name.endsWith(":" + Verdict.BREACHED))
                .map(name -> name.substring(0, name.indexOf(':')))
                .distinct()
                .forEach(question -> {
                    long kept = counted(question + ":" + Verdict.RESPECTED);
                    rows.share(question + "Share", kept, kept + counted(question + ":" + Verdict.BREACHED));
                });
    }

    private record Rows(int year, Group group, long size, List<Figure> all) {
        void add(String measure, BigDecimal value, String unit) {
            all.add(new Figure(year, measure, group, value, unit, size));
        }

        void count(String measure, long count) {
            add(measure, BigDecimal.valueOf(count), "practitioners");
        }

        void share(String measure, long part, long whole) {
            if (whole > 0) {
                all.add(new Figure(
                        year,
                        measure,
                        group,
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP),
                        "share",
                        whole));
            }
        }

        void spread(String name, Spread spread) {
            rate(name + ".mean", spread, Spread::mean);
            rate(name + ".p10", spread, s -> s.quantile(1, 10));
            rate(name + ".p25", spread, s -> s.quantile(1, 4));
            rate(name + ".median", spread, s -> s.quantile(1, 2));
            rate(name + ".p75", spread, s -> s.quantile(3, 4));
            rate(name + ".p90", spread, s -> s.quantile(9, 10));
        }

        private void rate(String measure, Spread spread, Function<Spread, BigDecimal> of) {
            all.add(new Figure(year, measure, group, of.apply(spread), "rate", spread.size()));
        }
    }
}
