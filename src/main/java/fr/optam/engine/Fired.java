package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One rule that applied to one fact, kept where it said something. What it read is not kept: a proof reads it again, from
 * facts that do not change.
 */
final class Fired {
    /** By stage, fact and rule. */
    static final Comparator<Fired> ORDER = (a, b) -> Long.compare(a.order, b.order);

    private final Fact fact;
    private final long order;
    private Origin origin;
    private Map<String, Word> words = Map.of();
    private List<String> said = List.of();
    private List<Utterance> utterances = List.of();

    Fired(Origin origin, Fact fact) {
        this.origin = origin;
        this.fact = fact;
        this.order = origin.code().order(fact.place());
    }

    /**
     * A word of a sentence.
     *
     * @param value its value
     * @param unit name of the unit it is shown in
     */
    record Word(Object value, String unit) {}

    /**
     * What tells one application of a rule from all others of a decision.
     *
     * @param code the rule
     * @param fact the fact
     */
    record Key(RuleCode code, Fact fact) {}

    Key key() {
        return new Key(origin.code(), fact);
    }

    Rule rule() {
        return origin.code().rule();
    }

    RuleCode code() {
        return origin.code();
    }

    Fact fact() {
        return fact;
    }

    Origin origin() {
        return origin;
    }

    Confidence confidence() {
        return origin.confidence();
    }

    void weaken(Confidence other) {
        origin = origin.code().origin(origin.confidence().weaker(other));
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

    /** What the rule said, in the order in which it is written. */
    List<Utterance> utterances() {
        return utterances;
    }

    <T extends Utterance> T utter(T utterance) {
        if (utterances.isEmpty()) {
            utterances = new ArrayList<>(2);
        }
        utterances.add(utterance);
        return utterance;
    }

    /** Reasons that the rule gave for what it said. */
    List<String> said() {
        return said;
    }

    void say(String reason) {
        said = said.isEmpty()
                ? List.of(reason)
                : Stream.concat(said.stream(), Stream.of(reason)).toList();
    }
}
