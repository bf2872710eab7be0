package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.run.Recorded;
import fr.optam.run.RunReader;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param engine with the rulebook that decides
 * @param facts the practitioner-year
 * @param document canonical bytes of the facts, as recorded if they are from a run
 * @param recorded where the decision was recorded; empty if it is made now
 */
record ExplainSource(Engine engine, PractitionerYear facts, byte[] document, Optional<InRun> recorded) {

    /**
     * A decision of a run.
     *
     * @param reader the run
     * @param record the decision and its facts
     */
    record InRun(RunReader reader, Recorded record) {}
}
