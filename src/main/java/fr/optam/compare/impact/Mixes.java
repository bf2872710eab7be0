package fr.optam.compare.impact;

import fr.optam.engine.Engine;
import java.util.BitSet;

/** Engines of the rulebook before with some of the edits. Threads may share it. */
public interface Mixes {
    /** Number of edits. */
    int size();

    /**
     * The engine that decides with a set of edits; the empty set is the rulebook before, the full one that after.
     *
     * @param edits numbers of the edits, from 0
     */
    Engine engine(BitSet edits);
}
