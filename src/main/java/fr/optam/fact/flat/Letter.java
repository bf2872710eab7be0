package fr.optam.fact.flat;

/** One letter of one act: as billed, or as it would be without the option. */
public final class Letter extends Fact {
    private final String rest;

    /** A letter of an act; see {@link Fact} for the others. */
    public Letter(Layout layout, Act of, String key, String path, long weight) {
        super(layout, of, key, path, weight);
        this.rest = "";
    }

    /**
     * A letter whose key and path follow from those of its act.
     *
     * @param rest what the key has beside that of the act
     */
    public Letter(Layout layout, Act of, String rest) {
        super(layout, of, null, null, of.weight());
        this.rest = rest;
    }

    /**
     * A letter that shares all that it has in common with those of other acts.
     *
     * @param place its place among the letters of the practitioner-year
     * @param ordinal its place in the act, from 1
     */
    Letter(Act of, int place, Alike alike, int ordinal) {
        super(alike.layout(), of, of.weight(), place);
        this.rest = alike.rest(ordinal);
        alike(alike, ordinal);
    }

    void alike(Alike alike, int ordinal) {
        share(alike.values(ordinal), alike.origins(ordinal));
    }

    @Override
    protected String named() {
        return above().key() + rest;
    }

    @Override
    protected String located() {
        return above().path();
    }
}
