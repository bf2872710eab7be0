package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import java.util.Map;
import java.util.Optional;

/** Where the JSON of facts gives a field, as a path in which {@code []} stands for every element of a list. */
public final class InputPaths {
    private static final Map<Kind, String> LISTS = Map.of(
            Kind.MEMBERSHIP, "memberships[].",
            Kind.ACTIVITY, "activity[].",
            Kind.COUNT, "activity[].actCounts",
            Kind.ACT, "acts[].",
            Kind.LETTER, "acts[].",
            Kind.EVENT, "events[].",
            Kind.RISE, "tariffRises[].");
    private static final Map<String, String> OF_THE_YEAR = Map.of("yearStart", "year", "yearEnd", "year");

    private InputPaths() {}

    /**
     * Path of a field, {@code acts[].on}; it may name nothing that facts have, if only rules give the field.
     *
     * @param kind kind of fact
     * @param field its field
     * @return empty for kinds that no facts are given of
     */
    public static Optional<String> of(Kind kind, String field) {
        if (kind == Kind.YEAR) {
            return Optional.of(OF_THE_YEAR.getOrDefault(field, FactPaths.name(kind, field)));
        }
        String list = LISTS.get(kind);
        if (list == null || kind == Kind.COUNT) {
            return Optional.ofNullable(list).filter(l -> field.equals("count"));
        }
        return Optional.of(list + FactPaths.name(kind, field));
    }
}
