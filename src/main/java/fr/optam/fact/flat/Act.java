package fr.optam.fact.flat;

/** One act line, or several that are equal in everything but their id. */
public final class Act extends Fact {

    /** An act of a practitioner-year; see {@link Fact} for the others. */
    public Act(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }

    /** An act whose path follows from its id. */
    public Act(Layout layout, Year of, String id, long weight) {
        this(layout, of, id, null, weight);
    }

    @Override
    protected String located() {
        return "acts." + key();
    }
}
