package fr.optam.rulebook.drl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.kie.StageBase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every condition that the gate lets pass compiles, and holds for the facts for which it reads as true. */
class ConditionsMeanWhatTheySayTest {
    private static final long SEED = 77;
    private static final int CONDITIONS = 120;
    private static final int FACTS = 400;
    private static final List<String> NUMBERS = List.of("n1", "n2");
    private static final List<String> DAYS = List.of("d1", "d2");
    private static final List<String> TEXTS = List.of("t1", "t2");
    private static final List<String> FLAGS = List.of("b1", "b2");

    /** A condition and what it means. */
    private record Condition(String text, Predicate<Fact> meaning) {}

    private final Random random = new Random(SEED);

    @Test
    void random_conditions_hold_for_the_facts_for_which_they_read_as_true(@TempDir Path cache) {
        List<Condition> conditions = new ArrayList<>();
        StringBuilder drl = new StringBuilder(Judged.HEAD);
        for (int i = 0; i < CONDITIONS; i++) {
            Condition one = alternatives(i % 4);
            Condition other = alternatives(i % 3);
            conditions.add(new Condition(one.text + ",\n  " + other.text, one.meaning.and(other.meaning)));
            drl.append("rule \"DER-X-")
                    .append(1000 + i)
                    .append("\"\nwhen\n  $y : Year( ")
                    .append(conditions.get(i).text)
                    .append(" )\nthen\n  out.say($y, \"X\");\nend\n");
        }
        List<RulebookProblem> problems = new ArrayList<>();
        DrlFile file = DrlFile.read("rules-drl/derive/x.drl", "derive", drl.toString(), cache, problems);
        assertEquals(List.of(), problems);
        StageBase base =
                StageBase.build(file.models(), List.of()).get(Stage.of("derive").orElseThrow());
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            facts.add(fact());
        }
        Map<Fact, Set<String>> fired = new IdentityHashMap<>();
        base.run(facts, (rule, fact) -> fired.computeIfAbsent(fact, f -> new TreeSet<>())
                .add(rule));
        for (Fact fact : facts) {
            for (int i = 0; i < CONDITIONS; i++) {
                boolean applies = fired.getOrDefault(fact, Set.of()).contains("DER-X-" + (1000 + i));
                assertEquals(
                        conditions.get(i).meaning.test(fact),
                        applies,
                        conditions.get(i).text + " on " + shown(fact) + " seed " + SEED);
            }
        }
    }

    private static String shown(Fact fact) {
        return fact.layout().names().stream()
                .map(n -> n + "=" + fact.value(n))
                .toList()
                .toString();
    }

    private Fact fact() {
        List<String> all = new ArrayList<>(NUMBERS);
        all.addAll(DAYS);
        all.addAll(TEXTS);
        all.addAll(FLAGS);
        Year year = new Year(new Layout(Kind.YEAR, all));
        NUMBERS.forEach(f -> year.put(
                f,
                pick(
                        null,
                        Unknown.of("x"),
                        BigDecimal.ZERO,
                        new BigDecimal("0.00"),
                        new BigDecimal("1.5"),
                        new BigDecimal("1.50"),
                        new BigDecimal("-3")),
                null));
        DAYS.forEach(f ->
                year.put(f, pick(null, Unknown.of("x"), LocalDate.of(2024, 2, 29), LocalDate.of(2025, 1, 1)), null));
        TEXTS.forEach(f -> year.put(f, pick(null, Unknown.of("x"), "", "A", "B", "A;B"), null));
        FLAGS.forEach(f -> year.put(f, pick(null, Unknown.of("x"), true, false), null));
        return year;
    }

    private Object pick(Object... of) {
        return of[random.nextInt(of.length)];
    }

    private Condition alternatives(int depth) {
        Condition left = term(depth);
        for (int i = random.nextInt(3); i > 0; i--) {
            Condition a = left;
            Condition b = term(depth);
            boolean and = random.nextBoolean();
            // in Java, and binds closer than or: parentheses keep the meaning that the generator gives
            left = and
                    ? new Condition("(" + a.text + ") && " + b.text, a.meaning.and(b.meaning))
                    : new Condition(a.text + " || " + b.text, a.meaning.or(b.meaning));
        }
        return new Condition(left.text, left.meaning);
    }

    private Condition term(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            Condition inner = alternatives(depth - 1);
            return random.nextBoolean()
                    ? new Condition("!(" + inner.text + ")", inner.meaning.negate())
                    : new Condition("( " + inner.text + " )", inner.meaning);
        }
        String text = (String) pick("t1", "t2");
        String flag = (String) pick("b1", "b2");
        String any = (String) pick("n1", "d2", "t1", "b2");
        return switch (random.nextInt(13)) {
            case 0 -> new Condition("yes(\"" + flag + "\")", f -> f.yes(flag));
            case 1 -> new Condition("!no( \"" + flag + "\" )", f -> !f.no(flag));
            case 2 -> new Condition("known(\"" + any + "\")", f -> f.known(any));
            case 3 -> new Condition("missing(\"" + any + "\")", f -> f.missing(any));
            case 4 -> new Condition("!none(\"" + any + "\")", f -> !f.none(any));
            case 5 -> new Condition("is(\"" + text + "\", \"A\")", f -> "A".equals(f.value(text)));
            case 6 -> new Condition("among(\"" + text + "\",\"B;C\")", f -> f.among(text, "B;C"));
            case 7 ->
                new Condition(
                        "atLeast(\"d1\", \"2024-03-01\")",
                        f -> f.day("d1") != null && !f.day("d1").isBefore(LocalDate.of(2024, 3, 1)));
            case 8 -> new Condition("text(\"t1\") == \"\"", f -> "".equals(f.value("t1")));
            case 9 ->
                new Condition(
                        "(known(\"t1\") && text(\"t1\") == text(\"t2\"))",
                        f -> f.known("t1") && f.value("t1").equals(f.value("t2")));
            case 10 -> days();
            case 11 -> number();
            default -> numbers();
        };
    }

    private Condition days() {
        boolean or = random.nextBoolean();
        return new Condition("day(\"d1\") " + (or ? "<=" : "<") + " day(\"d2\")", f -> {
            LocalDate a = f.day("d1");
            LocalDate b = f.day("d2");
            return a != null && b != null && (a.isBefore(b) || (or && a.equals(b)));
        });
    }

    private Condition number() {
        String op = (String) pick("<", "<=", ">", ">=", "==");
        return new Condition(
                "num(\"n1\") " + op + " 0",
                f -> f.num("n1") != null && holds(op, f.num("n1").signum()));
    }

    private Condition numbers() {
        String op = (String) pick("<", "<=", ">", ">=");
        return new Condition(
                "num(\"n1\")" + op + "num(\"n2\")",
                f -> f.num("n1") != null
                        && f.num("n2") != null
                        && holds(op, f.num("n1").compareTo(f.num("n2"))));
    }

    private static boolean holds(String op, int sign) {
        return switch (op) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            case ">=" -> sign >= 0;
            default -> sign == 0;
        };
    }
}
