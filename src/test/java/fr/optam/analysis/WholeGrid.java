package fr.optam.analysis;

import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets of points of a random table, reached by facts or not. */
final class WholeGrid {
    private WholeGrid() {}

    static Set<Map<String, Object>> of(RandomTable random, RuleRow row) {
        return random.held.computeIfAbsent(row.id(), id -> all(random, row));
    }

    private static Set<Map<String, Object>> all(RandomTable random, RuleRow row) {
        List<Map<String, Object>> worlds = new ArrayList<>(List.of(new HashMap<>()));
        for (String field : random.values.keySet()) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> world : worlds) {
                for (Object value : random.values.get(field)) {
                    Map<String, Object> wider = new HashMap<>(world);
                    wider.put(field, value);
                    next.add(wider);
                }
            }
            worlds = next;
        }
        Set<Map<String, Object>> held = new HashSet<>(worlds);
        held.removeIf(p -> !PointByPoint.matches(row, p));
        return held;
    }

    private static Map<String, Set<Object>> sides(Set<Map<String, Object>> points) {
        Map<String, Set<Object>> sides = new HashMap<>();
        points.forEach(p -> p.forEach((field, value) ->
                sides.computeIfAbsent(field, f -> new HashSet<>()).add(value)));
        return sides;
    }

    static boolean isBox(Set<Map<String, Object>> points) {
        long product = 1;
        for (Set<Object> side : sides(points).values()) {
            product *= side.size();
        }
        return product == points.size();
    }

    /** Whether points are one box whose ordered sides are unbroken, as two bounds can say it. */
    static boolean isRow(RandomTable random, Set<Map<String, Object>> points) {
        Map<String, Set<Object>> sides = sides(points);
        return isBox(points)
                && random.domains.stream()
                        .map(DomainRow::domain)
                        .filter(FieldDomain::ordered)
                        .allMatch(d -> unbroken(random.values.get(d.field()), sides.get(d.field())));
    }

    private static boolean unbroken(List<Object> all, Set<Object> values) {
        List<Integer> places = values.stream().map(all::indexOf).sorted().toList();
        return places.get(places.size() - 1) - places.get(0) == places.size() - 1;
    }

    /** Whether two rows of one conclusion and citation differ in one field and one row could say the same. */
    static boolean mergeable(RandomTable random, RuleRow a, RuleRow b, boolean same) {
        Set<Map<String, Object>> one = of(random, a);
        Set<Map<String, Object>> two = of(random, b);
        if (!same || !a.citation().equals(b.citation()) || one.isEmpty() || two.isEmpty()) {
            return false;
        }
        Set<Map<String, Object>> union = new HashSet<>(one);
        union.addAll(two);
        if (one.containsAll(two) || two.containsAll(one) || !isBox(union) || inAnother(random, one, two, a, b)) {
            return false;
        }
        Map<String, Set<Object>> sides = sides(union);
        Map<String, Set<Object>> before = sides(one);
        for (Map.Entry<String, Set<Object>> side : sides.entrySet()) {
            if (!side.getValue().equals(before.get(side.getKey()))) {
                return sayable(random, side.getKey(), side.getValue());
            }
        }
        return false;
    }

    /** Rows within a third one are said to add nothing instead. */
    private static boolean inAnother(
            RandomTable random, Set<Map<String, Object>> one, Set<Map<String, Object>> two, RuleRow a, RuleRow b) {
        return random.table.rows().stream().anyMatch(r -> {
            Set<Map<String, Object>> held = of(random, r);
            return r.actions().get(0).text().equals(a.actions().get(0).text())
                    && (held.containsAll(one) && !held.equals(one)
                            || held.containsAll(two) && !held.equals(two)
                            || held.equals(one) && r.row() < a.row()
                            || held.equals(two) && r.row() < b.row());
        });
    }

    private static boolean sayable(RandomTable random, String field, Set<Object> values) {
        List<Object> all = random.values.get(field);
        FieldDomain domain = random.domains.stream()
                .map(DomainRow::domain)
                .filter(d -> d.field().equals(field))
                .findFirst()
                .orElseThrow();
        if (domain.ordered()) {
            if (!unbroken(all, values)) {
                return false;
            }
        }
        boolean code = !domain.ordered() && !(domain.codes().get(0) instanceof Boolean);
        boolean everyValue = values.size() == all.size() - 1 && !values.contains(null);
        return !domain.empty() || code || !everyValue;
    }
}
