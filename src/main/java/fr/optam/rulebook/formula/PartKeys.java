package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import java.util.Arrays;
import java.util.Set;

/**
 * What the parts of a sum depend on beside the act.
 *
 * @param fields fields that the sum reads, of whatever fact
 * @param decisive those of which, in choosing facts, more matters than whether they are known
 */
record PartKeys(FieldRef[] fields, Set<String> decisive) {
    private static final int EACH = 4;

    /** The sum, and the values outside the acts that it may read, with what stated them. */
    private static final class PartKey {
        private final PartKeys of;
        private final Object[] values;
        private final int hash;

        PartKey(PartKeys of, Object[] values) {
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

    /** Values that the sum for a fact may read, of it and of the owner of all acts. */
    Object of(Fact self, Fact owner) {
        Object[] values = new Object[EACH * fields.length];
        for (int i = 0; i < fields.length; i++) {
            put(values, EACH * i, fields[i], owner);
            if (self != owner) {
                put(values, EACH * i + 2, fields[i], self);
            }
        }
        return new PartKey(this, values);
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
