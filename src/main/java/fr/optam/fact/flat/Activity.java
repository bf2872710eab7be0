package fr.optam.fact.flat;

/** Activity of one civil year, given or derived from acts. */
public final class Activity extends Fact {

    /** An activity of a practitioner-year; see {@link Fact} for the others. */
    public Activity(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
