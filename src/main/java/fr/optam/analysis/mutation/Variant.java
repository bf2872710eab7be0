package fr.optam.analysis.mutation;

import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import java.util.BitSet;
import java.util.List;

/**
 * The rulebook under the overlays of some scenarios.
 *
 * @param overlays the overlays
 * @param engine its engine
 * @param recording what its tables were asked
 * @param equivalence what can be proven of it
 */
record Variant(List<String> overlays, Engine engine, Recording recording, Equivalence equivalence) {

    /** Whether a change is one of this variant: another overlay may have replaced the workbook. */
    boolean holds(Change change) {
        Rulebook rulebook = engine.rulebook();
        return rulebook.tables().values().stream().anyMatch(t -> t.file().equals(change.file()))
                || rulebook.lists().values().stream().anyMatch(t -> t.file().equals(change.file()));
    }

    /** Scenarios that a change may fail, of those that pass. */
    BitSet affected(Change change) throws RulebookInvalid {
        boolean same = !(change instanceof Change.OfList list)
                || !MutantSource.makesFacts(list.list())
                || engine.hasSameFacts(change.of(engine.rulebook()));
        BitSet affected = (BitSet) recording.sound().clone();
        if (same) {
            affected.and(recording.affected(change));
        }
        return affected;
    }

    /** The engine after a change. */
    Engine engine(Change change) throws RulebookInvalid {
        return engine.with(change.of(engine.rulebook()));
    }
}
