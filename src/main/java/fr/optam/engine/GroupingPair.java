package fr.optam.engine;

import fr.optam.engine.Grouping.DayTest;
import fr.optam.engine.Grouping.Days;
import fr.optam.engine.Grouping.OwnDay;
import fr.optam.engine.Grouping.Times;
import fr.optam.engine.Grouping.Whom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two groupings held against one another. */
final class GroupingPair {
    private static final String ON = "on";
    private static final String AT = "at";

    private final Grouping one;
    private final Grouping other;

    GroupingPair(Grouping one, Grouping other) {
        this.one = one;
        this.other = other;
    }

    /** What is fine enough for both. */
    Grouping both() {
        SortedMap<String, Whom> exact = new TreeMap<>(one.exact());
        other.exact().forEach((field, whom) -> exact.merge(field, whom, Whom::and));
        SortedMap<OwnDay, Whom> own = new TreeMap<>(one.own());
        other.own().forEach((day, whom) -> own.merge(day, whom, Whom::and));
        Map<Whom, Set<DayTest>> days = new LinkedHashMap<>();
        Map<Whom, SortedSet<String>> times = new LinkedHashMap<>();
        for (Grouping each : List.of(one, other)) {
            each.days().forEach(d -> days.computeIfAbsent(d.whom(), w -> new LinkedHashSet<>())
                    .addAll(d.tests()));
            each.times().forEach(t -> times.computeIfAbsent(t.whom(), w -> new TreeSet<>())
                    .addAll(t.cuts()));
        }
        List<Days> classes = new ArrayList<>();
        days.forEach((whom, tests) -> classes.add(new Days(whom, tests)));
        List<Times> hours = new ArrayList<>();
        times.forEach((whom, cuts) -> hours.add(new Times(whom, cuts)));
        return new Grouping(exact, classes, hours, own);
    }

    /** Fields of which the second wants to know more of some acts than the first tells. */
    List<String> lacking(LocalDate first, LocalDate last) {
        SortedSet<String> fields = new TreeSet<>();
        other.exact()
                .forEach((field, whom) ->
                        whom.each().stream().filter(w -> !isExact(field, w)).forEach(w -> fields.add(field)));
        other.own().forEach((day, whom) -> whom.each().stream()
                .filter(w -> !isExact(ON, w) && !holds(one.own().get(day), w))
                .forEach(w -> fields.add(ON)));
        for (Times each : other.times()) {
            for (Whom whom : each.whom().each()) {
                Set<String> cuts = new TreeSet<>(each.cuts());
                one.times().stream().filter(t -> t.whom().holds(whom)).forEach(t -> cuts.removeAll(t.cuts()));
                if (!cuts.isEmpty() && !isExact(AT, whom)) {
                    fields.add(AT);
                }
            }
        }
        for (Days each : other.days()) {
            int[] wanted = each.classes(first, last);
            for (Whom whom : each.whom().each()) {
                if (!isExact(ON, whom) && !tells(whom, wanted, first, last)) {
                    fields.add(ON);
                }
            }
        }
        return List.copyOf(fields);
    }

    private boolean isExact(String field, Whom whom) {
        return holds(one.exact().get(field), whom);
    }

    private static boolean holds(Whom known, Whom wanted) {
        return known != null && known.holds(wanted);
    }

    /** Whether days of one year that are told apart are told apart by the first too. */
    private boolean tells(Whom whom, int[] wanted, LocalDate first, LocalDate last) {
        List<DayTest> tests = new ArrayList<>();
        one.days().stream().filter(d -> d.whom().holds(whom)).forEach(d -> tests.addAll(d.tests()));
        int[] known = new Days(whom, tests).classes(first, last);
        Map<List<Integer>, Integer> classes = new HashMap<>();
        for (int i = 0; i < known.length; i++) {
            Integer before = classes.putIfAbsent(List.of(first.plusDays(i).getYear(), known[i]), wanted[i]);
            if (before != null && before != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
