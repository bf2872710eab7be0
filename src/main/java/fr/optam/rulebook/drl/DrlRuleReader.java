package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Grammar;
import fr.optam.rulebook.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one rule: annotations, its stage, one pattern over one flat fact, and what it states. */
final class DrlRuleReader {
    private static final Set<String> METADATA = Set.of("source", "article", "confidence", "from", "to", "note");
    private static final int MAX_CONDITIONS = 50;
    private static final int SHOWN = 60;

    private final DrlCursor cursor;
    private final String phase;
    private final int line;
    private final TreeMap<String, String> metadata = new TreeMap<>();
    private String name = "";
    private String stage = "";

    DrlRuleReader(DrlCursor cursor, String phase, int line) {
        this.cursor = cursor;
        this.phase = phase;
        this.line = line;
    }

    /** Name of the rule, as far as it was read and as a message shows it. */
    String name() {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }

    /**
     * Reads the rule up to its {@code end}.
     *
     * @throws IllegalArgumentException naming what is not allowed
     */
    DrlRule read() {
        cursor.word();
        name = cursor.peek().isEmpty() ? cursor.quoted() : cursor.word();
        require(Grammar.isId(name), "the name is no rule id such as ELIG-ACO-010");
        while (cursor.accept("@")) {
            annotation();
        }
        while (!cursor.peek().equals("when")) {
            attribute();
        }
        cursor.word();
        String binding = cursor.word();
        require(
                binding.matches("\\$[a-zA-Z]{1,40}") && cursor.accept(":"),
                "«" + binding + " " + cursor.ahead()
                        + "»: the pattern is written $f : Letter( … ), no not, exists, eval or query");
        String kind = cursor.word();
        require(Kind.of(kind).isPresent(), "«" + kind + "» is no kind of fact");
        List<String> conditions = conditions();
        require(
                cursor.peek().equals("then"),
                "«" + cursor.ahead() + "»: a rule has one pattern over one fact, no and, or, from, over or accumulate");
        cursor.word();
        return new DrlRule(
                name,
                line,
                stage.isEmpty() ? phase : stage,
                kind,
                conditions,
                metadata,
                ConsequenceGate.read(cursor, binding));
    }

    private void annotation() {
        String key = cursor.word();
        require(METADATA.contains(key), "annotation @" + key + " is not allowed");
        cursor.expect("(");
        String value = cursor.quoted();
        cursor.expect(")");
        require(metadata.put(key, value.strip()) == null, "annotation @" + key + " stands twice");
    }

    private void attribute() {
        String key = cursor.word();
        require(
                key.equals("agenda-group"),
                "attribute «" + (key.isEmpty() ? cursor.ahead() : key) + "» is not allowed");
        require(stage.isEmpty(), "agenda-group stands twice");
        stage = cursor.quoted();
        require(
                Stage.of(stage).filter(s -> s.phase().equals(phase)).isPresent(),
                "agenda group «" + stage + "» is no stage of phase " + phase);
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        cursor.expect("(");
        if (cursor.accept(")")) {
            return conditions;
        }
        do {
            require(conditions.size() < MAX_CONDITIONS, "more than " + MAX_CONDITIONS + " conditions");
            String condition = cursor.condition();
            Optional<String> refusal = ConditionGate.refuse(condition);
            require(refusal.isEmpty(), refusal.orElse(""));
            conditions.add(condition);
        } while (cursor.accept(","));
        cursor.expect(")");
        return conditions;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
