package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows of a list that answer the same question on the same day, each its own way: none of them would be read. */
final class Keys {
    private static final Map<String, List<String>> FIXED = Map.of(
            "reference/motifs", List.of("reason"),
            "reference/constats", List.of("finding"),
            "reference/libelles", List.of("domain", "code"),
            "reference/sources", List.of("sourceId"));

    private final SortedMap<String, PlainTable> lists;
    private final List<RulebookProblem> problems;
    private final Set<String> told = new HashSet<>();

    Keys(SortedMap<String, PlainTable> lists, Spoilt spoilt, List<RulebookProblem> problems) {
        this.lists = new TreeMap<>(lists);
        this.lists.keySet().removeAll(spoilt.lists());
        this.problems = problems;
    }

    void check(Collection<Rule> rules) {
        FIXED.forEach((list, keys) -> {
            if (lists.containsKey(list)) {
                check(lists.get(list), keys, "");
            }
        });
        Map<String, Set<String>> keys = new TreeMap<>();
        Map<String, Set<String>> wanted = new TreeMap<>();
        rules.forEach(rule -> rule.statements()
                .forEach(s -> s.computed().ifPresent(f -> f.vocabulary().looks().forEach(look -> {
                    keys.computeIfAbsent(look.list(), l -> new TreeSet<>()).addAll(look.keys());
                    wanted.computeIfAbsent(look.list(), l -> new TreeSet<>()).add(look.column());
                }))));
        keys.forEach((list, all) -> wanted.get(list).stream()
                .filter(column -> !column.isEmpty() && lists.containsKey(list))
                .forEach(column -> check(lists.get(list), List.copyOf(all), column)));
        lists.values()
                .forEach(list -> check(
                        list,
                        list.columns().stream()
                                .map(Column::name)
                                .filter(c -> !Set.of(
                                                "id", "from", "to", "source", "article", "confidence", "note", "label")
                                        .contains(c))
                                .toList(),
                        ""));
    }

    /** Rows of equal keys and overlapping validity; if a column is wanted, only those that disagree on it. */
    private void check(PlainTable list, List<String> keys, String wanted) {
        Map<List<Object>, List<PlainRow>> byKey = new HashMap<>();
        for (PlainRow row : list.rows()) {
            List<Object> key = new ArrayList<>();
            keys.forEach(k -> key.add(PlainTable.normal(row.values().getOrDefault(k, ""))));
            for (PlainRow other : byKey.getOrDefault(key, List.of())) {
                boolean same = wanted.isEmpty()
                        || PlainTable.normal(row.values().getOrDefault(wanted, ""))
                                .equals(PlainTable.normal(other.values().getOrDefault(wanted, "")));
                if (overlap(row.citation(), other.citation()) && (wanted.isEmpty() || !same)) {
                    twice(list, keys, row, other);
                    break;
                }
            }
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
    }

    private static boolean overlap(Citation a, Citation b) {
        boolean before = a.to().isPresent()
                && b.from().isPresent()
                && a.to().get().isBefore(b.from().get());
        boolean after = b.to().isPresent()
                && a.from().isPresent()
                && b.to().get().isBefore(a.from().get());
        return !before && !after && a.from().isPresent() && b.from().isPresent();
    }

    private void twice(PlainTable list, List<String> keys, PlainRow row, PlainRow other) {
        if (!told.add(row.at())) {
            return;
        }
        String key = keys.stream()
                .filter(k -> row.values().containsKey(k))
                .findFirst()
                .orElse("id");
        String value = String.join(
                ", ",
                keys.stream()
                        .filter(k -> row.values().containsKey(k))
                        .map(k -> String.valueOf(row.values().get(k)))
                        .toList());
        boolean copied = row.citation().from().equals(other.citation().from());
        PlainRow late = row.citation()
                        .from()
                        .orElseThrow()
                        .isBefore(other.citation().from().orElseThrow())
                ? other
                : row;
        PlainRow early = late == row ? other : row;
        LocalDate start = late.citation().from().orElseThrow();
        problems.add(RulebookProblem.error(
                "KEY_TWICE",
                list.file(),
                (copied ? row.at(key) : early.at("to")).split("!", 2)[1],
                copied
                        ? new Sentence(
                                "«" + value + "» figure déjà à la ligne " + other.row() + " (" + other.id()
                                        + "), pour des jours communs",
                                "«" + value + "» stands also in row " + other.row() + " (" + other.id()
                                        + "), for days in common")
                        : new Sentence(
                                "«" + value + "» : la ligne " + early.id() + " vaut encore le " + start
                                        + ", quand commence la ligne " + late.row() + " (" + late.id() + ")",
                                "«" + value + "»: row " + early.id() + " still holds on " + start + ", when row "
                                        + late.row() + " (" + late.id() + ") starts"),
                copied
                        ? new Sentence(
                                "Peut-être fermer l’une des validités, ou supprimer la ligne.",
                                "Maybe close one of the validities, or delete the row.")
                        : new Sentence(
                                "Peut-être " + start.minusDays(1) + ", ou un autre début pour la ligne " + late.row()
                                        + ".",
                                "Maybe " + start.minusDays(1) + ", or another start for row " + late.row() + ".")));
    }
}
