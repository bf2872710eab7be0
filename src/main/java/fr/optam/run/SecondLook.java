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
}
