package fr.optam.run;

import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;

/** Looks at a decision of a batch before it is recorded. */
@FunctionalInterface
public interface SecondLook {
    /** Records every decision as it was made. */
    SecondLook NONE = (facts, decision) -> decision;

    /** The decision as it is to be recorded: the same, or with a further problem. */
    Decision at(PractitionerYear facts, Decision decision);

    /** Share of the practitioners that are looked at, 0 to 100: of a run whose parts differ in it nothing could be said. */
    default int percent() {
        return 0;
    }
}
