package fr.optam.fact.flat;

/** One membership: its option, its days, the rates signed. */
public final class Membership extends Fact {

    /** A membership of a practitioner-year; see {@link Fact} for the others. */
    public Membership(Layout layout, Year of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
    }
}
