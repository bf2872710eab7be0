package fr.optam.explain;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Event;
import fr.optam.fact.Membership;
import fr.optam.fact.Paid;
import fr.optam.fact.Practitioner;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts of a practitioner-year by JSON path, as decisions name them, and copies of it in which some are others. */
final class YearFacts {
    private final PractitionerYear year;
    private final SortedMap<String, String> leaves = new TreeMap<>();

    YearFacts(PractitionerYear year) {
        this.year = year;
        practitioner(year.practitioner());
        year.request().flatMap(Request::option).ifPresent(option -> leaves.put("request.option", option));
        year.request().flatMap(Request::on).ifPresent(on -> leaves.put("request.on", on.toString()));
        year.paid().flatMap(Paid::prime).ifPresent(prime -> leaves.put("paid.prime", prime.toPlainString()));
        each("memberships.", year.memberships(), this::membership);
        each("events.", year.events(), this::event);
        each("tariffRises.", year.tariffRises(), this::rise);
        year.activity().orElse(List.of()).forEach(this::activity);
        year.acts().orElse(List.of()).forEach(act -> act.ids().forEach(id -> act("acts." + id + ".", act)));
    }

    private interface Reader<T> {
        void read(String path, T item);
    }

    private static <T> void each(String path, Optional<List<T>> list, Reader<T> reader) {
        int i = 0;
        for (T item : list.orElse(List.of())) {
            reader.read(path + i++ + ".", item);
        }
    }

    private void put(String path, Optional<?> value) {
        value.ifPresent(known ->
                leaves.put(path, known instanceof BigDecimal number ? number.toPlainString() : String.valueOf(known)));
    }

    private void practitioner(Practitioner known) {
        put("practitioner.specialty", known.specialty());
        put("practitioner.sector", known.sector());
        put("practitioner.sector2Titles", known.sector2Titles());
        put("practitioner.installedOn", known.installedOn());
        put("practitioner.department", known.department());
        put("practitioner.region", known.region());
        put("practitioner.profession", known.profession());
        put("practitioner.income", known.income());
    }

    private void membership(String path, Membership membership) {
        leaves.put(path + "option", membership.option());
        leaves.put(path + "from", membership.from().toString());
        if (membership.end() instanceof Membership.End.On on) {
            leaves.put(path + "to", on.day().toString());
        }
        put(path + "commitment.overrunRate", membership.overrunRate());
        put(path + "commitment.opposableShare", membership.opposableShare());
    }

    private void event(String path, Event event) {
        leaves.put(path + "type", event.type());
        leaves.put(path + "on", event.on().toString());
        put(path + "quarter", event.quarter());
        put(path + "effectiveOn", event.effectiveOn());
    }

    private void rise(String path, TariffRise rise) {
        leaves.put(path + "on", rise.on().toString());
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

    /** Every path to a fact that is known, with its value. */
    SortedMap<String, String> leaves() {
        return leaves;
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
            Map<Map<String, String>, List<String>> split = new java.util.LinkedHashMap<>();
            act.ids().forEach(id -> split.computeIfAbsent(
                            byHolder.getOrDefault("acts." + id, Map.of()), each -> new ArrayList<>())
                    .add(id));
            split.forEach((edits, ids) -> all.add(changed(act, ids, edits)));
        }
        return all;
    }

    private static Act changed(Act act, List<String> ids, Map<String, String> edits) {
        return new Act(
                ids,
                act.on(),
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
