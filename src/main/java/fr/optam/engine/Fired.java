package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One rule that applied to one fact, with what it read and what it said. */
final class Fired {
    private final Rule rule;
    private final Fact fact;
    private final Trace trace;
    private final Map<String, Word> words = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    Fired(Rule rule, Fact fact, boolean keep) {
        this.rule = rule;
        this.fact = fact;
        this.trace = new Trace(rule.citation().confidence(), keep);
    }

    /**
     * A word of a sentence.
     *
     * @param value its value
     * @param unit name of the unit it is shown in
     */
    record Word(Object value, String unit) {}

    Rule rule() {
        return rule;
    }

    Fact fact() {
        return fact;
    }

    Trace trace() {
        return trace;
    }

    Confidence confidence() {
        return trace.confidence();
    }

    Map<String, Word> words() {
        return words;
    }

    /** Reasons that the rule gave for what it said. */
    List<String> said() {
        return said;
    }
}
