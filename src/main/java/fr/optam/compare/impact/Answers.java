package fr.optam.compare.impact;

import fr.optam.compare.impact.ChangedAnswer.Part;
import fr.optam.decision.Answer;
import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The answers of a decision by question; letters an act group, whose first id stands for all its lines. */
final class Answers {
    /** What is said of the year as a whole. */
    static final String OUTCOME = "outcome";

    private static final Sentence NO_WORDS = new Sentence("", "");

    private final Map<Key, Answer> answers;

    private Answers(Map<Key, Answer> answers) {
        this.answers = answers;
    }

    /**
     * What is asked.
     *
     * @param question question; for a letter what stands before the first colon
     * @param act first id of the act group; empty unless the question is about an act
     * @param letter letter, likewise
     */
    record Key(String question, String act, String letter) {
        static Key of(String question) {
            int first = question.indexOf(':');
            int last = question.lastIndexOf(':');
            return first < 0
                    ? new Key(question, "", "")
                    : new Key(
                            question.substring(0, first),
                            last > first ? question.substring(first + 1, last) : "",
                            question.substring(last + 1));
        }
    }

    /** Number of lines by the first id of each act group. */
    static Map<String, Long> lines(PractitionerYear facts) {
        Map<String, Long> lines = new HashMap<>();
        for (Act act : facts.acts().orElse(List.of())) {
            lines.put(act.ids().get(0), act.lines());
        }
        return lines;
    }

    /** @param lines of the facts that were decided, {@link #lines} */
    static Answers of(Decision decision, Map<String, Long> lines) {
        Map<Key, Answer> answers = new LinkedHashMap<>();
        answers.put(new Key(OUTCOME, "", ""), outcome(decision));
        for (Answer answer : decision.answers()) {
            Key key = Key.of(answer.question());
            if (key.act().isEmpty() || lines.containsKey(key.act())) {
                answers.put(key, answer);
            }
        }
        return new Answers(answers);
    }

    private static Answer outcome(Decision decision) {
        return new Answer(
                OUTCOME,
                decision.outcome(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Confidence.LAW,
                List.of(),
                Map.of(),
                List.of(),
                NO_WORDS);
    }

    /** Whether two decisions say the same, without a look at each answer where it can be spared. */
    static boolean same(Decision before, Decision after) {
        return before.outcome().equals(after.outcome()) && before.answers().equals(after.answers());
    }

    Optional<Answer> get(Key key) {
        return Optional.ofNullable(answers.get(key));
    }

    /** The questions that two decisions answer otherwise, in the order of the later one. */
    static List<Key> changed(Answers before, Answers after) {
        if (before == after) {
            return List.of();
        }
        Set<Key> all = new LinkedHashSet<>(after.answers.keySet());
        all.addAll(before.answers.keySet());
        List<Key> changed = new ArrayList<>();
        for (Key key : all) {
            if (!Objects.equals(before.answers.get(key), after.answers.get(key))) {
                changed.add(key);
            }
        }
        return changed;
    }

    /** What of an answer differs. */
    static Set<Part> parts(Optional<Answer> before, Optional<Answer> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Collections.singleton(Part.VERDICT);
        }
        Answer one = before.get();
        Answer other = after.get();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        add(parts, Part.VERDICT, one.verdict(), other.verdict());
        add(parts, Part.REASON, one.reason(), other.reason());
        add(parts, Part.VALUE, one.value(), other.value());
        add(parts, Part.UNIT, one.unit(), other.unit());
        add(parts, Part.AMOUNT, one.amount(), other.amount());
        add(parts, Part.DETAILS, one.details(), other.details());
        add(parts, Part.MISSING, one.missing(), other.missing());
        add(parts, Part.CONFIDENCE, one.confidence(), other.confidence());
        return parts;
    }

    private static void add(Set<Part> parts, Part part, Object one, Object other) {
        if (!one.equals(other)) {
            parts.add(part);
        }
    }
}
