package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.Grammar;
import fr.optam.rulebook.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
        require(
                Grammar.isId(name),
                new DrlInvalid(
                        "le nom n’est pas un identifiant de règle",
                        "the name is no rule id such as ELIG-ACO-010",
                        "de la forme ELIG-ACO-010 : capitales, chiffres et tirets.",
                        "in the form ELIG-ACO-010: capitals, digits and hyphens."));
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
                new DrlInvalid(
                        "«" + binding + " " + cursor.ahead() + "» : pas de motif de la forme $f : Letter( … )",
                        "«" + binding + " " + cursor.ahead()
                                + "»: the pattern is written $f : Letter( … ), no not, exists, eval or query",
                        "$f : et une sorte de fait, sans not, exists, eval ni query.",
                        "$f : and a kind of fact, no not, exists, eval or query."));
        String kind = cursor.word();
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::label).toList();
        String all = String.join(", ", kinds);
        require(
                Kind.of(kind).isPresent(),
                new DrlInvalid(
                        "«" + kind + "» n’est pas une sorte de fait",
                        "«" + kind + "» is no kind of fact",
                        Closest.to(kind, kinds).orElse("l’une de " + all) + ".",
                        Closest.to(kind, kinds).orElse("one of " + all) + "."));
        List<String> conditions = conditions();
        boolean misspelt = Closest.to(cursor.peek(), List.of("then")).isPresent();
        require(
                cursor.peek().equals("then"),
                misspelt
                        ? new DrlInvalid(
                                "«" + cursor.ahead() + "» : then attendu",
                                "«" + cursor.ahead() + "»: expected then",
                                "then.",
                                "then.")
                        : new DrlInvalid(
                                "«" + cursor.ahead() + "» : then attendu ; une règle n’a qu’un motif sur un fait",
                                "«" + cursor.ahead()
                                        + "»: a rule has one pattern over one fact, no and, or, from, over or accumulate",
                                "then manque, ou un second motif est de trop.",
                                "then is missing, or a second pattern is too many."));
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
        String all = "@" + String.join(", @", new TreeSet<>(METADATA));
        require(
                METADATA.contains(key),
                new DrlInvalid(
                        "l’annotation @" + key + " n’est pas permise",
                        "annotation @" + key + " is not allowed",
                        Closest.to(key, METADATA).map(k -> "@" + k).orElse("l’une de " + all) + ".",
                        Closest.to(key, METADATA).map(k -> "@" + k).orElse("one of " + all) + "."));
        cursor.expect("(");
        String value = cursor.quoted();
        cursor.expect(")");
        require(
                metadata.put(key, value.strip()) == null,
                new DrlInvalid(
                        "l’annotation @" + key + " figure deux fois",
                        "annotation @" + key + " stands twice",
                        "supprimer l’une d’elles.",
                        "delete one of them."));
    }

    private void attribute() {
        String key = cursor.word();
        String shown = key.isEmpty() ? cursor.ahead() : key;
        Optional<String> meant = Closest.to(key, List.of("when", "agenda-group"));
        boolean pattern = key.startsWith("$");
        if (!key.equals("agenda-group")) {
            throw new DrlInvalid(
                            pattern
                                    ? "when manque avant «" + shown + "»"
                                    : "«" + shown + "» n’est pas permis ici : when ou agenda-group attendu",
                            pattern
                                    ? "when is missing before «" + shown + "»"
                                    : "attribute «" + shown + "» is not allowed",
                            meant.orElse(pattern ? "when" : "le retirer") + ".",
                            meant.orElse(pattern ? "when" : "remove it") + ".")
                    .at(cursor.past());
        }
        require(
                stage.isEmpty(),
                new DrlInvalid(
                        "agenda-group figure deux fois",
                        "agenda-group stands twice",
                        "supprimer l’un.",
                        "delete one."));
        stage = cursor.quoted();
        List<String> stages = Stage.inOrder().stream()
                .filter(s -> s.phase().equals(phase))
                .map(Stage::name)
                .toList();
        require(
                Stage.of(stage).filter(s -> s.phase().equals(phase)).isPresent(),
                new DrlInvalid(
                        "le groupe «" + stage + "» n’est pas une étape de la phase " + phase,
                        "agenda group «" + stage + "» is no stage of phase " + phase,
                        Closest.to(stage, stages).orElse(phase) + ".",
                        Closest.to(stage, stages).orElse(phase) + "."));
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        cursor.expect("(");
        if (cursor.accept(")")) {
            return conditions;
        }
        do {
            require(
                    conditions.size() < MAX_CONDITIONS,
                    new DrlInvalid(
                            "plus de " + MAX_CONDITIONS + " conditions",
                            "more than " + MAX_CONDITIONS + " conditions"));
            cursor.skip();
            int start = cursor.at();
            String condition = cursor.condition();
            Optional<DrlInvalid> refusal = ConditionGate.refuse(condition);
            if (refusal.isPresent()) {
                throw refusal.get().at(start + Math.max(0, refusal.get().offset()));
            }
            conditions.add(condition);
        } while (cursor.accept(","));
        cursor.expect(")");
        return conditions;
    }

    private static void require(boolean holds, DrlInvalid otherwise) {
        if (!holds) {
            throw otherwise;
        }
    }
}
