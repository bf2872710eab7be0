package fr.optam.fact.flat;

/** One tariff option that a physician may ask for. */
public final class Option extends Fact {

    /** An option of a practitioner-year; see {@link Fact} for the others. */
    public Option(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
