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

    @Override
    protected String named() {
        return above().key() + rest;
    }

    @Override
    protected String located() {
        return above().path();
    }
}
