package fr.optam.fact.flat;

/** One of the rates that a member commits to. */
public final class Rate extends Fact {

    /** A rate of a practitioner-year; see {@link Fact} for the others. */
    public Rate(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
