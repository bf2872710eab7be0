package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One rule that applied to one fact, and how weak the weakest of what it rests on is. What it read is not kept: a proof
 * reads it again, from facts that do not change.
 */
final class Fired {
    private final Rule rule;
    private final Fact fact;
    private Confidence confidence;
    private Map<String, Word> words = Map.of();
    private List<String> said = List.of();

    Fired(Rule rule, Fact fact, Confidence confidence) {
        this.rule = rule;
        this.fact = fact;
        this.confidence = confidence;
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

    Confidence confidence() {
        return confidence;
    }

    void weaken(Confidence other) {
        confidence = confidence.weaker(other);
    }

    Map<String, Word> words() {
        return words;
    }

    void word(String name, Word word) {
        if (words.isEmpty()) {
            words = new HashMap<>();
        }
        words.put(name, word);
    }

    /** Reasons that the rule gave for what it said. */
    List<String> said() {
        return said;
    }

    void say(String reason) {
        said = said.isEmpty() ? List.of(reason) : java.util.stream.Stream.concat(said.stream(), java.util.stream.Stream.of(reason)).toList();
    }
}
