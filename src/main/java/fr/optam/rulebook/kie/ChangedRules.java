package fr.optam.rulebook.kie;

import fr.optam.fact.flat.Fact;
import java.util.Set;
import java.util.function.BiConsumer;

/** Some rules instead of others. */
interface ChangedRules {
    /** Whether a rule is not run any more. */
    boolean isGone(String rule);

    /** Runs those that came instead. */
    void run(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired);

    /** Rows of a table, asked one by one. */
    record Rows(ChangedRows rows) implements ChangedRules {
        @Override
        public boolean isGone(String rule) {
            return rows.gone().contains(rule);
        }

        @Override
        public void run(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired) {
            facts.forEach(f -> rows.ask(f, fired));
        }
    }

    /** No more than some. */
    record Only(Set<String> ids) implements ChangedRules {
        @Override
        public boolean isGone(String rule) {
            return !ids.contains(rule);
        }

        @Override
        public void run(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired) {
            // nothing comes instead
        }
    }

    /** Rules of another base. */
    record Rules(Set<String> gone, StageBase come) implements ChangedRules {
        @Override
        public boolean isGone(String rule) {
            return gone.contains(rule);
        }

        @Override
        public void run(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired) {
            come.run(facts, fired);
        }
    }
}
