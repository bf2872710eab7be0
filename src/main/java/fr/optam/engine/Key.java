package fr.optam.engine;

import java.util.Arrays;

/** Some values that together are looked up. */
final class Key {
    private final Object[] values;
    private final int hash;

    /** @param values taken as they are, never changed after */
    Key(Object[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Key k && k.hash == hash && Arrays.equals(values, k.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
