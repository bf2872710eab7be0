package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Layout;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the stages of units can tell of practitioner-years, figures apart: for each stage only what it reads, so that what
 * is learnt of one practitioner-year holds for all that are alike in that.
 */
final class UnitContexts {
    private final int[] slots;
    private final boolean[] shown;
    private final BitSet[] read;
    private final Map<Key, Context> known = new ConcurrentHashMap<>();
    private final Map<Key, Key> ofStages = new ConcurrentHashMap<>();

    /**
     * @param year layout of practitioner-years
     * @param fields fields that each stage reads
     * @param shown fields of which more matters than how weak they are
     */
    UnitContexts(Layout year, List<Set<String>> fields, Set<String> shown) {
        List<String> all = year.names().stream()
                .filter(name -> fields.stream().anyMatch(f -> f.contains(name)))
                .toList();
        this.slots = all.stream().mapToInt(year::indexOf).toArray();
        this.shown = new boolean[slots.length];
        this.read = new BitSet[fields.size()];
        for (int stage = 0; stage < read.length; stage++) {
            read[stage] = new BitSet();
            for (int i = 0; i < slots.length; i++) {
                this.shown[i] = shown.contains(all.get(i));
                read[stage].set(i, fields.get(stage).contains(all.get(i)));
            }
        }
    }

    /** What each stage can tell of practitioner-years that no stage tells apart. */
    static final class Context {
        private final Object[] ofStages;

        Context(int stages) {
            ofStages = new Object[stages];
        }

        /** One object for all that a stage can tell; null if it reads nothing. */
        Object of(int stage) {
            return ofStages[stage];
        }
    }

    /** What is known of a practitioner-year now. */
    Context of(Fact year) {
        Object[] values = new Object[2 * slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[2 * i] = shown[i] ? year.own(slots[i]) : null;
            Origin origin = (Origin) year.ownOrigin(slots[i]);
            values[2 * i + 1] = origin == null ? null : origin.confidence();
        }
        Key key = new Key(values);
        Context context = known.get(key);
        return context != null ? context : known.computeIfAbsent(key, k -> parts(values));
    }

    private Context parts(Object[] values) {
        Context context = new Context(read.length);
        for (int stage = 0; stage < read.length; stage++) {
            if (!read[stage].isEmpty()) {
                Object[] part = new Object[values.length + 1];
                for (int i = 0; i < slots.length; i++) {
                    if (read[stage].get(i)) {
                        part[2 * i] = values[2 * i];
                        part[2 * i + 1] = values[2 * i + 1];
                    }
                }
                part[values.length] = stage;
                Key key = new Key(part);
                Key first = ofStages.putIfAbsent(key, key);
                context.ofStages[stage] = first == null ? key : first;
            }
        }
        return context;
    }

    /** Forgets all. */
    void clear() {
        known.clear();
        ofStages.clear();
    }
}
