package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words a condition is made of. */
final class ConditionWords {
    /** Readings that are compared. */
    static final Set<String> VALUES = Set.of("num", "day", "text");

    /** Readings that hold or not. */
    static final Set<String> FLAGS = Set.of("yes", "no", "known", "missing", "none");

    /** Tests of a field against a text. */
    static final Map<String, Test> TESTS = Map.of(
            "yes",
            Test.YES,
            "among",
            Test.AMONG,
            "atLeast",
            Test.AT_LEAST,
            "above",
            Test.ABOVE,
            "atMost",
            Test.AT_MOST,
            "below",
            Test.BELOW);

    /** The test of a field against one code. */
    static final String IS = "is";

    private ConditionWords() {}

    static boolean isKnown(String word) {
        return VALUES.contains(word) || FLAGS.contains(word) || TESTS.containsKey(word) || word.equals(IS);
    }

    /** All of them, sorted. */
    static List<String> all() {
        List<String> known = new ArrayList<>(VALUES);
        known.addAll(FLAGS);
        known.addAll(TESTS.keySet());
        known.add(IS);
        known.sort(null);
        return known;
    }
}
