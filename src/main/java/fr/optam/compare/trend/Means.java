package fr.optam.compare.trend;

import fr.optam.decision.Confidence;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Means over members as rows of the list that the rules read them from. */
final class Means {
    /** List of the means. */
    static final String LIST = "reference/moyennes-regionales";

    private static final int DECIMALS = 6;
    private static final String NATION = "NATIONAL";

    private final int smallest;
    private final List<String> rates;
    private final Map<String, Map<String, Group>> groups = new TreeMap<>();

    /** Sums of one group. */
    private static final class Group {
        private final Map<String, BigDecimal> sums = new TreeMap<>();
        private long size;

        void add(Spiral.Member member) {
            member.rates().forEach((rate, value) -> sums.merge(rate, value, BigDecimal::add));
            size++;
        }

        BigDecimal mean(String rate) {
            return sums.getOrDefault(rate, BigDecimal.ZERO)
                    .divide(BigDecimal.valueOf(size), DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param smallest smallest group whose mean is used
     * @param rates names of the commitments
     */
    Means(List<Spiral.Member> members, int smallest, List<String> rates) {
        this.smallest = smallest;
        this.rates = rates;
        for (Spiral.Member member : members) {
            Map<String, Group> regions = groups.computeIfAbsent(member.specialty(), s -> new TreeMap<>());
            regions.computeIfAbsent(member.region(), r -> new Group()).add(member);
            regions.computeIfAbsent(NATION, r -> new Group()).add(member);
        }
    }

    /** The list with these means alone: of the specialty in the region, else, in a region with too few, of the specialty. */
    PlainTable in(PlainTable list) {
        List<PlainRow> rows = new ArrayList<>();
        groups.forEach((specialty, regions) -> regions.forEach((region, group) -> {
            Group used = group.size >= smallest ? group : regions.get(NATION);
            if (used.size >= smallest && !region.isEmpty() && !specialty.isEmpty()) {
                rows.add(row(list, rows.size() + 1, specialty, region, used));
            }
        }));
        return list.with(rows);
    }

    private PlainRow row(PlainTable list, int number, String specialty, String region, Group group) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("specialty", specialty);
        values.put("region", region);
        for (String rate : rates) {
            values.put("mean" + rate.substring(0, 1).toUpperCase(Locale.ROOT) + rate.substring(1), group.mean(rate));
        }
        values.put("headcount", BigDecimal.valueOf(group.size));
        return new PlainRow(
                "TREND-MEAN-" + number,
                list.name(),
                list.file() + "!Table!A" + number,
                number,
                values,
                Map.of(),
                new Citation(List.of("V"), "", Confidence.INFERRED, Optional.empty(), Optional.empty(), ""));
    }
}
