package fr.optam.explain;

import fr.optam.fact.Act;
import fr.optam.fact.Membership;
import fr.optam.fact.PractitionerYear;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the path of a fact that was read says: which field it is, and which time it is about. */
final class FactNames {
    private static final String ACTS = "acts.";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("request.option", "requestOption"),
            Map.entry("request.on", "requestOn"),
            Map.entry("paid.prime", "paidPrime"),
            Map.entry("practitioner.id", "practitioner"),
            Map.entry("activity", "activities"),
            Map.entry("activity.year", "activityYear"),
            Map.entry("memberships.to", "until"),
            Map.entry("acts.category", "statedCategory"),
            Map.entry("events.on", "eventOn"),
            Map.entry("tariffRises.on", "riseOn"));

    private final PractitionerYear facts;
    private final Map<String, Act> acts = new HashMap<>();

    FactNames(PractitionerYear facts) {
        this.facts = facts;
        facts.acts().ifPresent(all -> all.forEach(act -> act.ids().forEach(id -> acts.put(id, act))));
    }

    /** Name of the field that holds the fact. */
    static String field(String path) {
        if (path.startsWith(ACTS)) {
            String last = path.substring(path.lastIndexOf('.') + 1);
            return OTHERS.getOrDefault(ACTS + last, last);
        }
        String plain = path.indexOf('[') < 0 ? path : path.substring(0, path.indexOf('['));
        String[] parts = plain.split("\\.");
        String last = parts[parts.length - 1];
        if (parts.length == 4 && parts[2].equals("actCounts")) {
            return "count";
        }
        if (parts.length == 4 && parts[2].equals("commitment")) {
            return "signed" + Character.toUpperCase(last.charAt(0)) + last.substring(1);
        }
        String name = parts.length == 1 ? last : parts[0] + "." + last;
        return OTHERS.getOrDefault(name, last);
    }

    /** The time that a fact is about: a civil year, a day, days; empty if there is none. */
    String period(String path) {
        if (path.startsWith(ACTS)) {
            String id = path.substring(ACTS.length(), Math.max(ACTS.length(), path.lastIndexOf('.')));
            return Optional.ofNullable(acts.get(id))
                    .map(act -> act.on() + act.until().map(until -> "/" + until).orElse(""))
                    .orElse("");
        }
        String[] parts = path.split("\\.");
        if (parts.length < 3) {
            return parts.length == 1 && !path.contains("[") || parts[0].equals("paid")
                    ? String.valueOf(facts.year())
                    : "";
        }
        return switch (parts[0]) {
            case "activity" -> parts[1];
            case "memberships" ->
                at(facts.memberships(), parts[1]).map(FactNames::period).orElse("");
            case "events" ->
                at(facts.events(), parts[1]).map(event -> event.on().toString()).orElse("");
            case "tariffRises" ->
                at(facts.tariffRises(), parts[1])
                        .map(rise -> rise.on().toString())
                        .orElse("");
            default -> "";
        };
    }

    private static <T> Optional<T> at(Optional<List<T>> list, String place) {
        return list.filter(all -> place.matches("[0-9]{1,6}") && Integer.parseInt(place) < all.size())
                .map(all -> all.get(Integer.parseInt(place)));
    }

    private static String period(Membership membership) {
        String end = membership.end() instanceof Membership.End.On on
                ? on.day().toString()
                : membership.end() instanceof Membership.End.Open ? ".." : "?";
        return membership.from() + "/" + end;
    }
}
