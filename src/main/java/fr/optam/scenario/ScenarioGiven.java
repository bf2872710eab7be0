package fr.optam.scenario;

import java.util.List;

/**
 * What is to be decided.
 *
 * @param name path below the root without its ending, {@code prime/PRIM-NONE-010-gap-of-six}
 * @param overlays names of the overlays to apply, in order
 * @param facts practitioner-year as JSON in UTF-8, bases already merged in
 */
public record ScenarioGiven(String name, List<String> overlays, byte[] facts) {

    /** Copies both, so that a scenario never changes. */
    public ScenarioGiven {
        overlays = List.copyOf(overlays);
        facts = facts.clone();
    }

    /** A copy of the facts. */
    @Override
    public byte[] facts() {
        return facts.clone();
    }
}
