package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import java.util.Map;
import java.util.Set;

/** JSON path of a given field. */
final class FactPaths {
    private static final Set<String> PRACTITIONER = Set.of(
            "specialty", "sector", "sector2Titles", "installedOn", "department", "region", "profession", "income");
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("requestOption", "request.option"),
            Map.entry("requestOn", "request.on"),
            Map.entry("paidPrime", "paid.prime"),
            Map.entry("primePaidOn", "paid.primePaidOn"),
            Map.entry("practitioner", "practitioner.id"),
            Map.entry("activities", "activity"),
            Map.entry("activityYear", "year"),
            Map.entry("signedOverrunRate", "commitment.overrunRate"),
            Map.entry("signedOpposableShare", "commitment.opposableShare"),
            Map.entry("statedCategory", "category"),
            Map.entry("letterCount", "modifiers"),
            Map.entry("letter", "modifiers"),
            Map.entry("allowed", "allowedModifiers"),
            Map.entry("actYear", "on"),
            Map.entry("eventOn", "on"),
            Map.entry("until", "to"),
            Map.entry("riseOn", "on"));

    private FactPaths() {}

    /** Name of a field in the JSON of facts, within what it belongs to. */
    static String name(Kind kind, String field) {
        return kind == Kind.YEAR && PRACTITIONER.contains(field)
                ? "practitioner." + field
                : OTHERS.getOrDefault(field, field);
    }

    static String of(Fact holder, String field, Object value) {
        if (value instanceof Unknown unknown && unknown.paths().size() == 1) {
            return unknown.of(holder).paths().get(0);
        }
        String name = name(holder.kind(), field);
        if (holder.kind() == Kind.YEAR) {
            return name;
        }
        if (holder.kind() == Kind.COUNT && field.equals("count")) {
            return holder.path();
        }
        return holder.path().isEmpty() ? field + "[" + holder.key() + "]" : holder.path() + "." + name;
    }
}
