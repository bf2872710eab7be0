package fr.optam.fact.flat;

/** One event of the procedure. */
public final class Event extends Fact {

    /** An event of a practitioner-year; see {@link Fact} for the others. */
    public Event(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
