package fr.optam.fact.flat;

/** The practitioner-year, to which every other fact belongs. */
public final class Year extends Fact {

    /** A practitioner-year whose fields are laid out as given. */
    public Year(Layout layout) {
        super(layout, null, "", "", 1);
    }
}
