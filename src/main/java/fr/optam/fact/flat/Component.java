package fr.optam.fact.flat;

/** One component of an amount to recover or to compare. */
public final class Component extends Fact {

    /** A component of a practitioner-year; see {@link Fact} for the others. */
    public Component(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
