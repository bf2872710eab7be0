package fr.optam.analysis;

import fr.optam.fact.flat.Test;
import java.util.List;

/**
 * The values that a field can hold.
 *
 * @param field name of the field
 * @param codes values of a field that is not ordered: codes, several held at once joined by {@code ;}, or booleans
 * @param scale how the values of an ordered field are numbered; null for any other
 * @param from number of the first value
 * @param to number of the last value
 * @param empty whether the field may have no value
 */
record FieldDomain(String field, List<Object> codes, Scale scale, long from, long to, boolean empty) {

    boolean ordered() {
        return scale != null;
    }

    /** Whether there is more than one value, or a value and none. */
    boolean varies() {
        return empty || (ordered() ? from < to : codes.size() > 1);
    }

    /** First and last number that pass a comparison; the first is greater than the last if none does. */
    long[] ends(Test test, Object bound) {
        long floor = scale.floor(bound);
        boolean exact = scale.exact(bound);
        return switch (test) {
            case AT_LEAST -> new long[] {Math.max(from, exact ? floor : floor + 1), to};
            case ABOVE -> new long[] {Math.max(from, floor + 1), to};
            case AT_MOST -> new long[] {from, Math.min(to, floor)};
            case BELOW -> new long[] {from, Math.min(to, exact ? floor - 1 : floor)};
            default -> new long[] {1, 0};
        };
    }

    /** Whether a code of a cell may be held, alone or beside others. */
    boolean knows(String code) {
        return codes.stream()
                .anyMatch(held ->
                        held instanceof String s && List.of(s.split(";")).contains(code));
    }
}
