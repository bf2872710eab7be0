package fr.optam.analysis.mutation;

import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import java.util.List;
import java.util.function.Predicate;

/**
 * A scenario as mutation testing sees it.
 *
 * @param name its name
 * @param overlays overlays of the rulebook that decides it
 * @param facts what is decided
 * @param passes whether a decision is as the scenario expects
 */
public record Trial(String name, List<String> overlays, PractitionerYear facts, Predicate<Decision> passes) {

    /** Copies the overlays. */
    public Trial {
        overlays = List.copyOf(overlays);
    }
}
