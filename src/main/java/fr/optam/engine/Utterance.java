package fr.optam.engine;

import java.util.TreeMap;
import java.util.TreeSet;

/** One thing that a rule says of a fact beside values of fields. */
sealed interface Utterance {

    /** An answer while it is made. */
    final class Draft implements Utterance {
        final String question;
        final String verdict;
        final String reason;
        final Fired by;
        /** Whether the answer is only counted, not written. */
        final boolean quiet;

        Object value;
        String unit = "";
        Object amount;
        /** Place of its question among all. */
        int order;

        final TreeMap<String, Object> details = new TreeMap<>();
        final TreeSet<String> missing = new TreeSet<>();

        Draft(String question, String verdict, String reason, Fired by, boolean quiet) {
            this.question = question;
            this.verdict = verdict;
            this.reason = reason;
            this.by = by;
            this.quiet = quiet;
        }
    }

    /** A finding while it is made. */
    final class Note implements Utterance {
        final String code;
        final Fired by;
        Object amount;

        Note(String code, Fired by) {
            this.code = code;
            this.by = by;
        }
    }

    /**
     * A further figure for the answer of another rule.
     *
     * @param question question of that answer
     * @param name name of the figure
     * @param value the figure; nothing is added if there is none
     */
    record Figure(String question, String name, Object value) implements Utterance {}

    /**
     * The outcome of the decision.
     *
     * @param code its code
     */
    record Outcome(String code) implements Utterance {}
}
