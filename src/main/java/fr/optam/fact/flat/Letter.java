package fr.optam.fact.flat;

/** One letter of one act: as billed, or as it would be without the option. */
public final class Letter extends Fact {

    /** A letter of an act; see {@link Fact} for the others. */
    public Letter(Layout layout, Act of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
