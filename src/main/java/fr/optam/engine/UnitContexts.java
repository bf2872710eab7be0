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
    private final BitSet[] ahead;
    private final Map<Key, Context> known = new ConcurrentHashMap<>();
    private final Map<Key, Key> parts = new ConcurrentHashMap<>();

    /**
     * @param year layout of practitioner-years
     * @param fields fields that each stage reads
     * @param ends by stage, the first that runs only after others
     * @param shown fields of which more matters than how weak they are
     */
    UnitContexts(Layout year, List<Set<String>> fields, int[] ends, Set<String> shown) {
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
        this.ahead = new BitSet[read.length];
        for (int stage = read.length - 1; stage >= 0; stage--) {
            ahead[stage] = (BitSet) read[stage].clone();
            if (stage + 1 < ends[stage]) {
                ahead[stage].or(ahead[stage + 1]);
            }
        }
    }

    /** What each stage can tell of practitioner-years that no stage tells apart. */
    static final class Context {
        private final Object[] ofStages;
        private final Object[] ahead;

        Context(int stages) {
            ofStages = new Object[stages];
            ahead = new Object[stages];
        }

        /** One object for all that a stage can tell; null if it reads nothing. */
        Object of(int stage) {
            return ofStages[stage];
        }

        /** One object for all that a stage and those that run at once after it can tell; null if they read nothing. */
        Object ahead(int stage) {
            return ahead[stage];
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
            context.ofStages[stage] = part(values, read[stage], stage);
            context.ahead[stage] = part(values, ahead[stage], -1 - stage);
        }
        return context;
    }

    private Key part(Object[] values, BitSet wanted, int of) {
        if (wanted.isEmpty()) {
            return null;
        }
        Object[] part = new Object[values.length + 1];
        for (int i = 0; i < slots.length; i++) {
            if (wanted.get(i)) {
                part[2 * i] = values[2 * i];
                part[2 * i + 1] = values[2 * i + 1];
            }
        }
        part[values.length] = of;
        Key key = new Key(part);
        Key first = parts.putIfAbsent(key, key);
        return first == null ? key : first;
    }

    /** Forgets all. */
    void clear() {
        known.clear();
        parts.clear();
    }
}
