package fr.optam.fact.flat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each field of a kind of fact lies. One layout a kind and rulebook; the names come from the rulebook. */
public final class Layout {
    private final Kind kind;
    private final int number;
    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();

    /**
     * @param kind kind of fact
     * @param names names of its fields, each once
     */
    public Layout(Kind kind, List<String> names) {
        this.kind = kind;
        this.number = kind.ordinal();
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            index.put(names.get(i), i);
        }
    }

    /** Kind of fact. */
    public Kind kind() {
        return kind;
    }

    /** Place of the kind among all. */
    public int number() {
        return number;
    }

    /** Names of the fields in their order. */
    public List<String> names() {
        return names;
    }

    /** Position of a field, or -1. */
    public int indexOf(String name) {
        return index.getOrDefault(name, -1);
    }
}
