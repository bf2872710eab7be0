package fr.optam.fact.flat;

/** Acts of one category in one civil year. */
public final class Count extends Fact {

    /** A count of an activity; see {@link Fact} for the others. */
    public Count(Layout layout, Activity of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }

    @Override
    protected String located() {
        return above().path() + ".actCounts." + key();
    }
}
