package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the rows of lists that one key chooses against each other: two that are valid on one day and hold different
 * values give no value at all, and between two periods there may be none.
 */
final class Periods {
    private static final LocalDate FAR = LocalDate.MAX;

    private final List<TableFinding> findings;
    private final Set<Lookup> lookups;
    private final Set<List<String>> told = new HashSet<>();

    private Periods(Set<Lookup> lookups, List<TableFinding> findings) {
        this.lookups = lookups;
        this.findings = findings;
    }

    static void find(Rulebook rulebook, List<TableFinding> findings) {
        Periods periods = new Periods(Lookup.of(rulebook), findings);
        for (Lookup lookup : periods.lookups) {
            if (!lookup.fallback()) {
                rulebook.list(lookup.list()).ifPresent(list -> periods.look(list, lookup));
            }
        }
    }

    private void look(PlainTable list, Lookup lookup) {
        Map<List<Object>, List<PlainRow>> byKey = new LinkedHashMap<>();
        for (PlainRow row : list.rows()) {
            List<Object> key = new ArrayList<>();
            lookup.keys().forEach(k -> key.add(PlainTable.normal(row.values().getOrDefault(k, ""))));
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        byKey.forEach((key, rows) -> {
            overlaps(list, lookup, key, rows);
            if (!lookup.always()) {
                gaps(list, lookup, key, rows);
            }
        });
    }

    private static LocalDate from(PlainRow row) {
        return row.citation().from().orElse(LocalDate.MIN);
    }

    private static LocalDate to(PlainRow row) {
        return row.citation().to().orElse(FAR);
    }

    private void overlaps(PlainTable list, Lookup lookup, List<Object> key, List<PlainRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                PlainRow a = rows.get(i);
                PlainRow b = rows.get(j);
                boolean both = lookup.always() || !from(a).isAfter(to(b)) && !from(b).isAfter(to(a));
                Object one = PlainTable.normal(a.values().getOrDefault(lookup.column(), ""));
                Object two = PlainTable.normal(b.values().getOrDefault(lookup.column(), ""));
                if (both
                        && !one.equals(two)
                        && !toldApart(lookup, a, b)
                        && told.add(List.of(list.name(), a.id(), b.id()))) {
                    Sentence when = lookup.always()
                            ? new Sentence("", "")
                            : new Sentence(" pour les mêmes jours", " on the same days");
                    add(
                            FindingKind.TIME_OVERLAP,
                            list,
                            List.of(a, b),
                            new Sentence(
                                    "les lignes " + named(a) + " et " + named(b) + " valent toutes deux"
                                            + words(list, lookup, key) + when.fr() + " et se contredisent\u00a0: "
                                            + lookup.column() + " " + one + ", " + two,
                                    "rows " + named(a) + " and " + named(b) + " both stand"
                                            + words(list, lookup, key) + when.en() + " and contradict each other: "
                                            + lookup.column() + " " + one + ", " + two),
                            new Sentence(
                                    "Peut-être fermer l’ancienne ligne la veille de la nouvelle.",
                                    "Maybe end the older row the day before the newer one."));
                }
            }
        }
    }

    /** Whether another look into the list asks for more columns and so tells the rows apart: the coarser one may fail. */
    private boolean toldApart(Lookup lookup, PlainRow a, PlainRow b) {
        return lookups.stream()
                .filter(l -> l.list().equals(lookup.list()) && l.keys().containsAll(lookup.keys()))
                .anyMatch(l -> l.keys().stream().anyMatch(k -> !a.values()
                        .getOrDefault(k, "")
                        .equals(b.values().getOrDefault(k, ""))));
    }

    private void gaps(PlainTable list, Lookup lookup, List<Object> key, List<PlainRow> rows) {
        List<PlainRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Periods::from));
        LocalDate end = FAR;
        PlainRow last = null;
        for (PlainRow row : sorted) {
            if (last != null
                    && !end.equals(FAR)
                    && from(row).isAfter(end.plusDays(1))
                    && told.add(List.of(list.name(), last.id(), row.id(), ""))) {
                String days = end.plusDays(1) + ".." + from(row).minusDays(1);
                add(
                        FindingKind.TIME_GAP,
                        list,
                        List.of(last, row),
                        new Sentence(
                                "aucune ligne" + words(list, lookup, key) + " du " + days.replace("..", " au ")
                                        + ", entre " + named(last) + " et " + named(row),
                                "no row" + words(list, lookup, key) + " from " + days.replace("..", " to ")
                                        + ", between " + named(last) + " and " + named(row)),
                        new Sentence(
                                "Peut-être prolonger l’une des deux périodes.", "Maybe extend one of the periods."));
            }
            if (last == null || to(row).isAfter(end)) {
                end = to(row);
                last = row;
            }
        }
    }

    private static String words(PlainTable list, Lookup lookup, List<Object> key) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            String header =
                    list.column(lookup.keys().get(i)).map(Column::header).orElse("");
            words.append(i == 0 ? " (" : ", ").append(header).append(" = ").append(key.get(i));
        }
        return words.append(key.isEmpty() ? "" : ")").toString();
    }

    private static String named(PlainRow row) {
        return row.id() + " (" + row.at().substring(row.at().lastIndexOf('!') + 1) + ")";
    }

    private void add(FindingKind kind, PlainTable list, List<PlainRow> rows, Sentence message, Sentence hint) {
        PlainRow later = rows.get(1);
        findings.add(new TableFinding(
                kind,
                list.name(),
                list.file(),
                later.at("from").substring(later.at().indexOf('!') + 1),
                rows.stream().map(PlainRow::id).toList(),
                Region.everywhere(),
                List.of(),
                message,
                hint));
    }
}
