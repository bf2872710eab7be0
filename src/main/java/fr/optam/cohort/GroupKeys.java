package fr.optam.cohort;

import fr.optam.engine.Grouping;
import fr.optam.engine.Grouping.Whom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The SQL of what tells acts apart: an expression for each column that groups have in common. */
final class GroupKeys {
    /** Column of the staged acts by the name that rules know it by. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("activity", "activity"),
            Map.entry("statedCategory", "category"),
            Map.entry("allowedModifiers", "allowed_modifiers"),
            Map.entry("association", "association"),
            Map.entry("quantity", "quantity"),
            Map.entry("baseTariff", "base_tariff"),
            Map.entry("baseTariffWithoutOption", "base_tariff_without_option"),
            Map.entry("feeCharged", "fee_charged"),
            Map.entry("c2s", "c2s"),
            Map.entry("emergency", "emergency"));

    private static final Whom NOBODY = new Whom(false, "", "");

    private final Grouping grouping;
    private final Set<String> later;
    private final List<Whom> some = new ArrayList<>();

    /** @param later columns that may be grouped as they are, and settled afterwards */
    GroupKeys(Grouping grouping, Set<String> later) {
        this.grouping = grouping;
        this.later = later;
    }

    /**
     * Expressions, each with the name of its column, over rows {@code a} with a column for each of {@link #some}, days
     * {@code d} and cuts {@code o}.
     *
     * @param cuts most cuts that a practitioner has
     */
    List<String> columns(GroupDays days, int cuts) {
        List<String> columns =
                new ArrayList<>(List.of("a.practitioner_id", "a.code", "a." + raw("modifiers") + " AS modifiers"));
        columns.add((days.classes().isEmpty() ? "year(a.\"on\")" : "d.y") + " AS y");
        columns.add(only(whom("on"), "a.\"on\"") + " AS exact_on");
        for (int i = 0; i < days.classes().size(); i++) {
            columns.add(only(days.classes().get(i).whom(), "d.c" + i) + " AS c" + i);
        }
        columns.add(stretch(cuts, ">=", "o.cut") + " AS own_from");
        columns.add(stretch(cuts, "<", "o.cut") + " AS own_to");
        columns.add(time() + " AS at_from");
        COLUMNS.forEach((field, column) ->
                columns.add(only(whom(field), "a." + (whom(field).all() ? raw(column) : column)) + " AS " + column));
        return columns;
    }

    /** Columns of the groups that are still as they were in the rows. */
    List<String> unsettled() {
        return later.stream()
                .filter(column -> column.equals("modifiers")
                        || COLUMNS.entrySet().stream()
                                .anyMatch(e -> e.getValue().equals(column)
                                        && whom(e.getKey()).all()))
                .toList();
    }

    private String raw(String column) {
        return later.contains(column) ? "raw_" + column : column;
    }

    /** Acts that some columns are for, each with a column {@code w0}, {@code w1}, …; complete after {@link #columns}. */
    List<Whom> some() {
        return some;
    }

    /** Whether an act is one of those, over its letters as text; letters that are not known may be any. */
    static String condition(Whom whom, String modifiers, String allowed) {
        List<String> any = new ArrayList<>();
        if (!whom.billed().isEmpty()) {
            any.add("regexp_matches(" + modifiers + ", '[" + whom.billed() + "]')");
        }
        if (!whom.allowed().isEmpty()) {
            any.add("coalesce(regexp_matches(" + allowed + ", '[" + whom.allowed() + "]'), false)");
        }
        return String.join(" OR ", any);
    }

    private Whom whom(String field) {
        return grouping.exact().getOrDefault(field, NOBODY);
    }

    /** An expression where acts are meant, else nothing. */
    private String only(Whom whom, String expression) {
        if (whom.all()) {
            return expression;
        }
        if (isNobody(whom)) {
            return "NULL";
        }
        if (!some.contains(whom)) {
            some.add(whom);
        }
        return "CASE WHEN a.w" + some.indexOf(whom) + " THEN " + expression + " END";
    }

    private static boolean isNobody(Whom whom) {
        return !whom.all() && whom.billed().isEmpty() && whom.allowed().isEmpty();
    }

    /** The last of the practitioner's cuts up to the day, or the first after it. */
    private static String stretch(int cuts, String test, String cut) {
        if (cuts == 0) {
            return "NULL::DATE";
        }
        StringBuilder cases = new StringBuilder("CASE");
        for (int i = 0; i < cuts; i++) {
            int n = test.equals("<") ? i : cuts - 1 - i;
            cases.append(" WHEN a.\"on\" " + test + " " + cut + n + " THEN " + cut + n);
        }
        return cases + " END";
    }

    /** The time from which on nothing changes up to that of the act. */
    private String time() {
        List<String> times = new ArrayList<>();
        Whom exact = whom("at");
        if (!isNobody(exact)) {
            times.add(only(exact, "a.\"at\""));
        }
        for (Grouping.Times each : grouping.times()) {
            StringBuilder cases = new StringBuilder("CASE WHEN a.\"at\" IS NULL THEN NULL");
            List<String> cuts = new ArrayList<>(each.cuts());
            for (int i = cuts.size() - 1; i >= 0; i--) {
                cases.append(" WHEN a.\"at\" >= TIME '" + cuts.get(i) + "' THEN TIME '" + cuts.get(i) + "'");
            }
            times.add(only(each.whom(), cases + " ELSE TIME '00:00' END"));
        }
        return times.isEmpty()
                ? "NULL::TIME"
                : times.size() == 1 ? times.get(0) : "greatest(" + String.join(", ", times) + ")";
    }

    /** Dates of practitioners at which something changes, as rows of practitioner and day. */
    static String ownDays(Grouping grouping) {
        List<String> parts = new ArrayList<>();
        for (Grouping.OwnDay day : grouping.own().keySet()) {
            String[] place = place(day);
            parts.add("SELECT practitioner_id, CAST(" + place[1] + " + " + day.plus() + " AS DATE) AS day FROM "
                    + place[0] + " WHERE " + place[1] + " < DATE '" + LocalDate.of(2300, 1, 1) + "'");
        }
        return parts.isEmpty()
                ? "SELECT NULL::VARCHAR AS practitioner_id, NULL::DATE AS day WHERE false"
                : String.join(" UNION ", parts);
    }

    private static String[] place(Grouping.OwnDay day) {
        return switch (day.fact() + "." + day.field()) {
            case "Membership.from" -> new String[] {"s_memberships", "\"from\""};
            case "Membership.until" -> new String[] {"s_memberships", "\"to\""};
            case "Event.eventOn" -> new String[] {"s_events", "\"on\""};
            case "Event.effectiveOn" -> new String[] {"s_events", "effective_on"};
            case "Rise.riseOn" -> new String[] {"s_tariff_rises", "\"on\""};
            case "Year.installedOn" -> new String[] {"s_practitioners", "installed_on"};
            case "Year.requestOn" -> new String[] {"s_practitioners", "request_on"};
            case "Year.primePaidOn" -> new String[] {"s_paid", "prime_paid_on"};
            default -> throw new IllegalStateException("no date " + day);
        };
    }
}
