package fr.optam.spark;

import fr.optam.cohort.Trouble;

/** An attempt of a task can't go on where it is; the driver tells the last one of a task that fails for good. */
final class MachineTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    MachineTrouble(Trouble trouble) {
        super(trouble.english());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
