package fr.optam.scenario.sheet;

/** Carries one mistake to where the cell is known. */
final class Slipped extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Slip slip;

    Slipped(Slip slip) {
        super(slip.message().en());
        this.slip = slip;
    }

    Slip slip() {
        return slip;
    }
}
