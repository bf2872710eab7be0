package fr.optam.compare.impact;

/**
 * Whose practitioner-years were decided.
 *
 * @param kind where they come from
 * @param name folder of the input, or the run, as the user called it
 * @param year civil year that is decided
 * @param practitioners practitioner-years
 * @param touched of these, those that an edit can touch: they alone were decided under both rulebooks
 * @param synthetic whether no practitioner is a person: the cohort that ships, or every id begins with {@code SYN-}
 * @param rejected rows of the input that were set aside
 * @param practitionersRejected practitioners whose own row was set aside
 */
public record Population(
        Kind kind,
        String name,
        int year,
        long practitioners,
        long touched,
        boolean synthetic,
        long rejected,
        long practitionersRejected) {
    /** Where practitioner-years come from. */
    public enum Kind {
        /** The synthetic cohort that ships with the program, because nothing else was said. */
        SHIPPED,
        /** A folder of input files. */
        INPUT,
        /** The facts that a run recorded. */
        RUN
    }
}
