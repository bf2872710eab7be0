package fr.optam.scenario.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which entry of a list a path means. */
sealed interface Selector {
    /** The entry at a place, first is 0. */
    record Place(int index) implements Selector {}

    /** The n-th entry, first is 1, whose key has a value. */
    record Keyed(String value, int nth) implements Selector {}

    /** The entry of a year counted from the year that is decided. */
    record YearAgo(int difference) implements Selector {}

    /** A new entry. */
    record Another() implements Selector {}

    /** Reads what stands in brackets; empty if it is no selector. */
    static Optional<Selector> of(String text) {
        Matcher year = Pattern.compile("year(?:([+-])([0-9]))?").matcher(text);
        Matcher keyed = Pattern.compile("([^\\[\\]#+]+?)(?:#([1-9][0-9]?))?").matcher(text);
        if (text.equals("+")) {
            return Optional.of(new Another());
        }
        if (text.matches("[0-9]{1,3}")) {
            return Optional.of(new Place(Integer.parseInt(text)));
        }
        if (year.matches()) {
            int years = year.group(2) == null ? 0 : Integer.parseInt(year.group(2));
            return Optional.of(new YearAgo("-".equals(year.group(1)) ? -years : years));
        }
        return keyed.matches()
                ? Optional.of(new Keyed(keyed.group(1), keyed.group(2) == null ? 1 : Integer.parseInt(keyed.group(2))))
                : Optional.empty();
    }

    /**
     * Place of the entry in a list, which gets the entry if it may.
     *
     * @param key key that tells the entries apart
     * @param root the facts, for the year that is decided
     * @return its place, or -1 if there is none and none can be made
     */
    default int in(ArrayNode list, String key, ObjectNode root) {
        if (this instanceof Place place) {
            return place.index() < list.size() ? place.index() : place.index() == list.size() ? added(list) : -1;
        }
        if (this instanceof Another) {
            return added(list);
        }
        if (this instanceof YearAgo ago) {
            int year = root.path("year").asInt(0);
            return year == 0 ? -1 : new Keyed(String.valueOf(year + ago.difference()), 1).in(list, key, root);
        }
        Keyed keyed = (Keyed) this;
        int left = keyed.nth();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).asString("").equals(keyed.value()) && --left == 0) {
                return i;
            }
        }
        return left > 1 ? -1 : keyed(list, key, keyed.value());
    }

    private static int added(ArrayNode list) {
        list.addObject();
        return list.size() - 1;
    }

    private static int keyed(ArrayNode list, String key, String value) {
        ObjectNode entry = list.addObject();
        if (key.equals("year") && value.matches("[0-9]{4}")) {
            entry.put(key, Integer.parseInt(value));
        } else {
            entry.put(key, value);
        }
        return list.size() - 1;
    }
}
