package fr.optam.fact.flat;

/** The practitioner-year, to which every other fact belongs. */
public final class Year extends Fact {
    private Crowd crowd;

    /** A practitioner-year whose fields are laid out as given. */
    public Year(Layout layout) {
        super(layout, null, "", "", 1);
    }

    /** Its acts by what they have in common; null if there is none, or of one nothing is known. */
    public Crowd crowd() {
        if (crowd == null && !within(Kind.ACT).isEmpty()) {
            crowd = Crowd.of(within(Kind.ACT));
        }
        return crowd;
    }

    /** Says that the acts have changed, or what they have in common. */
    public void scattered() {
        crowd = null;
    }
}
