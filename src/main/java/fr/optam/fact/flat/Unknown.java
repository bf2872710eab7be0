package fr.optam.fact.flat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands in a field whose value is not known: never zero, never false.
 *
 * @param paths JSON paths of the facts that are absent, sorted
 * @param possible values of which the field has one; empty if nothing narrows them
 */
public record Unknown(List<String> paths, List<Object> possible) {

    /** An unknown because one fact is absent. */
    public static Unknown of(String path) {
        return new Unknown(List.of(path), List.of());
    }

    /** Stands in a path for the act that the fact belongs to, so that acts which lack the same are alike. */
    public static final String OWN_ACT = "acts.\0";

    /** The same, with the path of the act that it is about. */
    public Unknown of(Fact fact) {
        boolean own = false;
        for (String each : paths) {
            own |= each.startsWith(OWN_ACT);
        }
        return own
                ? new Unknown(paths.stream().map(p -> named(p, fact)).sorted().toList(), possible)
                : this;
    }

    private static String named(String path, Fact fact) {
        return path.startsWith(OWN_ACT) ? fact.path() + path.substring(OWN_ACT.length()) : path;
    }

    /** An unknown because of either. */
    public Unknown and(Unknown other) {
        if (paths.equals(other.paths)) {
            return this;
        }
        SortedSet<String> all = new TreeSet<>(paths);
        all.addAll(other.paths);
        return new Unknown(List.copyOf(all), List.of());
    }
}
