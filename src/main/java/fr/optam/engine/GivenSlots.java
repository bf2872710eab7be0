package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the given fields of a kind of fact lie, and what stands in those that are not given. */
final class GivenSlots {
    private static final int MOST = 500;

    private final Layout layout;
    private final List<String> names;
    private final int[] slots;
    private final Unknown[] absent;
    private final Map<String, Unknown[]> absentAt = new ConcurrentHashMap<>();

    /**
     * @param names fields, in the order in which they are given
     * @param paths JSON path of each, below that of the fact; an empty one for those that are always given
     */
    GivenSlots(Rulebook rulebook, Kind kind, List<String> names, List<String> paths) {
        this.layout = rulebook.dictionary().layout(kind);
        this.names = names;
        this.slots = names.stream().mapToInt(layout::indexOf).toArray();
        this.absent = paths.stream().map(Unknown::of).toArray(Unknown[]::new);
    }

    /** Fields of the kind. */
    Layout layout() {
        return layout;
    }

    /** Where the fields lie that the kind has. */
    int[] slots() {
        return Arrays.stream(slots).filter(s -> s >= 0).toArray();
    }

    /** Gives a field its value. */
    void put(Fact fact, int field, Object value) {
        if (slots[field] < 0) {
            fact.put(names.get(field), value, null);
        }
        fact.putAt(slots[field], value, null);
    }

    /** Gives a field its value, if it has one; else it is unknown. */
    void put(Fact fact, int field, Optional<?> value) {
        put(fact, field, value.isPresent() ? value.get() : absent(fact.path(), field));
    }

    /** Gives a field a number of things, if it is known; else it is unknown. */
    void size(Fact fact, int field, Optional<? extends List<?>> all) {
        put(fact, field, all.isPresent() ? BigDecimal.valueOf(all.get().size()) : absent(fact.path(), field));
    }

    private Unknown absent(String path, int field) {
        if (path.isEmpty()) {
            return absent[field];
        }
        Unknown[] known = absentAt.get(path);
        if (known == null) {
            known = new Unknown[absent.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = Unknown.of(path + "." + absent[i].paths().get(0));
            }
            if (absentAt.size() < MOST) {
                absentAt.put(path, known);
            }
        }
        return known[field];
    }
}
