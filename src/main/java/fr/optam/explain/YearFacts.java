package fr.optam.explain;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.PractitionerYear;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a practitioner-year says of activities and acts by JSON path, and copies of it in which some of it is other. */
final class YearFacts {
    private final PractitionerYear year;
    private final SortedMap<String, String> leaves = new TreeMap<>();

    YearFacts(PractitionerYear year) {
        this.year = year;
        year.activity().orElse(List.of()).forEach(this::activity);
        year.acts().orElse(List.of()).forEach(act -> act.ids().forEach(id -> act("acts." + id + ".", act)));
    }

    private void put(String path, Optional<?> value) {
        value.ifPresent(known ->
                leaves.put(path, known instanceof BigDecimal number ? number.toPlainString() : String.valueOf(known)));
    }

    private void activity(Activity activity) {
        String path = "activity." + activity.year() + ".";
        put(path + "reimbursableFees", activity.reimbursableFees());
        put(path + "overruns", activity.overruns());
        put(path + "opposableFees", activity.opposableFees());
        activity.actCounts().forEach((category, count) -> leaves.put(path + "actCounts." + category, count.toString()));
    }

    private void act(String path, Act act) {
        put(path + "modifiers", act.modifiers());
        put(path + "feeCharged", act.feeCharged());
        put(path + "quantity", act.quantity());
    }

    /** Paths of what is known, with the values. */
    SortedMap<String, String> leaves() {
        return leaves;
    }

    /** The year that is told of. */
    PractitionerYear year() {
        return year;
    }

    /** The same with one line of an act as its only act. */
    YearFacts alone(Act act, String id) {
        return of(List.of(changed(act, List.of(id), 1, Map.of())));
    }

    /** The same with some of the acts alone. */
    YearFacts only(Predicate<Act> acts) {
        return of(year.acts().orElse(List.of()).stream().filter(acts).toList());
    }

    private YearFacts of(List<Act> acts) {
        return new YearFacts(new PractitionerYear(
                year.year(),
                year.practitioner(),
                year.request(),
                year.memberships(),
                year.activity(),
                year.acts().map(all -> acts),
                year.tariffRises(),
                year.events(),
                year.paid(),
                year.notes()));
    }

    /** The same practitioner-year with other values at some paths of activities and acts. */
    PractitionerYear with(Map<String, String> edits) {
        Map<String, Map<String, String>> byHolder = new HashMap<>();
        edits.forEach((path, value) -> {
            int second = path.indexOf('.', path.indexOf('.') + 1);
            byHolder.computeIfAbsent(path.substring(0, second), each -> new TreeMap<>())
                    .put(path.substring(second + 1), value);
        });
        return new PractitionerYear(
                year.year(),
                year.practitioner(),
                year.request(),
                year.memberships(),
                year.activity().map(list -> list.stream()
                        .map(each -> byHolder.containsKey("activity." + each.year())
                                ? changed(each, byHolder.get("activity." + each.year()))
                                : each)
                        .toList()),
                year.acts().map(list -> acts(list, byHolder)),
                year.tariffRises(),
                year.events(),
                year.paid(),
                year.notes());
    }

    private static Activity changed(Activity activity, Map<String, String> edits) {
        Map<String, Long> counts = new TreeMap<>(activity.actCounts());
        edits.forEach((path, value) -> {
            if (path.startsWith("actCounts.")) {
                counts.put(path.substring("actCounts.".length()), Long.parseLong(value));
            }
        });
        return new Activity(
                activity.year(),
                counts,
                money(edits.get("reimbursableFees"), activity.reimbursableFees()),
                money(edits.get("overruns"), activity.overruns()),
                money(edits.get("opposableFees"), activity.opposableFees()));
    }

    private static Optional<BigDecimal> money(String edit, Optional<BigDecimal> known) {
        return edit == null ? known : Optional.of(new BigDecimal(edit));
    }

    private static List<Act> acts(List<Act> acts, Map<String, Map<String, String>> byHolder) {
        if (byHolder.keySet().stream().noneMatch(holder -> holder.startsWith("acts."))) {
            return acts;
        }
        List<Act> all = new ArrayList<>();
        for (Act act : acts) {
            if (!act.named()) {
                Map<String, String> edits =
                        byHolder.getOrDefault("acts." + act.ids().get(0), Map.of());
                all.add(changed(act, act.ids(), act.lines(), edits));
                continue;
            }
            Map<Map<String, String>, List<String>> split = new LinkedHashMap<>();
            act.ids().forEach(id -> split.computeIfAbsent(
                            byHolder.getOrDefault("acts." + id, Map.of()), each -> new ArrayList<>())
                    .add(id));
            split.forEach((edits, ids) -> all.add(changed(act, ids, ids.size(), edits)));
        }
        return all;
    }

    private static Act changed(Act act, List<String> ids, long lines, Map<String, String> edits) {
        return new Act(
                ids,
                lines,
                act.on(),
                act.until(),
                act.at(),
                act.code(),
                act.activity(),
                act.category(),
                edits.containsKey("modifiers") ? Optional.of(edits.get("modifiers")) : act.modifiers(),
                act.allowedModifiers(),
                act.association(),
                edits.containsKey("quantity") ? Optional.of(Integer.valueOf(edits.get("quantity"))) : act.quantity(),
                act.baseTariff(),
                act.baseTariffWithoutOption(),
                money(edits.get("feeCharged"), act.feeCharged()),
                act.c2s(),
                act.emergency());
    }
}
