package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Layout;
import java.util.Arrays;
import java.util.Set;

/** What the parts of a sum depend on beside the act. */
final class PartKeys {
    private static final int EACH = 2;

    private final FieldRef[] fields;
    private final Set<String> decisive;
    private volatile Outside latest;

    /**
     * @param fields fields that the sum reads, of whatever fact
     * @param decisive those of which, in choosing facts, more matters than whether they are known
     */
    PartKeys(FieldRef[] fields, Set<String> decisive) {
        this.fields = fields;
        this.decisive = decisive;
    }

    /** Those of the fields that a fact of a kind can have, itself or by those it belongs to. */
    private record Outside(Layout layout, FieldRef[] fields) {}

    /** The sum, and the values outside the acts that it may read, with what stated them. */
    private static final class PartKey {
        private final Object of;
        private final Object[] values;
        private final int hash;

        PartKey(Object of, Object[] values) {
            this.of = of;
            this.values = values;
            this.hash = 31 * System.identityHashCode(of) + Arrays.hashCode(values);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PartKey k && k.hash == hash && k.of == of && Arrays.equals(k.values, values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    Set<String> decisive() {
        return decisive;
    }

    /**
     * Values that a sum for a fact may read, of it and of the owner of all acts.
     *
     * @param sum the sum, one object
     */
    Object of(Object sum, Fact self, Fact owner) {
        FieldRef[] read = outside(self);
        int facts = self == owner ? 1 : 2;
        Object[] values = new Object[facts * EACH * read.length];
        for (int i = 0; i < read.length; i++) {
            put(values, facts * EACH * i, read[i], owner);
            if (facts > 1) {
                put(values, facts * EACH * i + EACH, read[i], self);
            }
        }
        return new PartKey(sum, values);
    }

    private FieldRef[] outside(Fact self) {
        Outside known = latest;
        if (known == null || known.layout != self.layout()) {
            known = new Outside(
                    self.layout(),
                    Arrays.stream(fields).filter(f -> isIn(f, self)).toArray(FieldRef[]::new));
            latest = known;
        }
        return known.fields;
    }

    private static boolean isIn(FieldRef field, Fact fact) {
        for (Fact f = fact; f != null; f = f.above()) {
            if (field.place(f) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void put(Object[] values, int at, FieldRef field, Fact fact) {
        Fact holder = field.holder(fact);
        if (holder != null) {
            int place = field.place(holder);
            values[at] = holder.own(place);
            values[at + 1] = holder.ownOrigin(place) instanceof Graded graded ? graded.confidence() : null;
        }
    }
}
