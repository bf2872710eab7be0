package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.util.List;

/** An engine that is compared. */
interface Rival {
    /**
     * Makes the engine ready.
     *
     * @param rulebook for ours alone, the dictionary of fields
     * @param forms the tables
     * @throws Exception whatever the engine throws; then it is told why it is not compared
     */
    Asker build(Rulebook rulebook, List<Form> forms) throws Exception;

    /** An engine that is ready. */
    interface Asker {
        /** The questions of one decision in the engine's own form of input; not timed. */
        default Object prepare(Question[] questions) {
            return questions;
        }

        /** Tells every row that applies. */
        void ask(Object prepared, Hits hits) throws Exception;
    }
}
