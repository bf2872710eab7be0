package fr.optam.fact.flat;

/** One tariff rise. */
public final class Rise extends Fact {

    /** A rise of a practitioner-year; see {@link Fact} for the others. */
    public Rise(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
