package fr.optam.explain;

import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides a second time and holds both against each other: every rule table by {@link TableJudge}, fact by fact, and the
 * whole decision without the short ways of the engine. What disagrees becomes a problem of the decision with both
 * answers.
 */
public final class CrossCheck {
    private static final Observer NOBODY = (table, fact) -> {};
    private static final int SPREAD = 0x9E3779B1;

    private final Engine engine;
    private final Map<String, TableJudge> judges = new HashMap<>();

    /** @param engine what is held against the second evaluation */
    public CrossCheck(Engine engine) {
        this(engine, engine.rulebook().tables().values());
    }

    /** @param tables what the second evaluation reads */
    CrossCheck(Engine engine, Collection<RuleTable> tables) {
        this.engine = engine;
        tables.forEach(table -> judges.put(table.name(), new TableJudge(table)));
    }

    /**
     * Whether a practitioner is among those looked at a second time: drawn by the id, so that they are the same in every
     * run.
     *
     * @param percent share that is looked at
     */
    public static boolean drawn(String practitioner, int percent) {
        return Math.floorMod(practitioner.hashCode() * SPREAD >>> 8, 100) < percent;
    }

    /**
     * Holds a decision against the second evaluation.
     *
     * @param facts what was decided
     * @param decision what was decided of it
     * @param detail how much was written down
     * @return the same decision if both agree, else with a problem for each table and answer on which they do not
     */
    public Decision check(PractitionerYear facts, Decision decision, Detail detail) {
        List<Sentence> disagreements = new ArrayList<>();
        Decision plain = engine.observe(facts, beside(NOBODY, disagreements), detail.unproven());
        compare(decision, plain, disagreements);
        return disagreements.isEmpty() ? decision : with(decision, disagreements);
    }

    /**
     * Judges every table beside another observer.
     *
     * @param disagreements takes what disagrees
     */
    public Observer beside(Observer other, List<Sentence> disagreements) {
        return new Judging(other, disagreements);
    }

    private final class Judging implements Observer {
        private final Observer other;
        private final List<Sentence> disagreements;

        Judging(Observer other, List<Sentence> disagreements) {
            this.other = other;
            this.disagreements = disagreements;
        }

        @Override
        public void asked(RuleTable table, Fact fact) {
            other.asked(table, fact);
        }

        @Override
        public void met(Stage stage, Fact fact, Set<String> applied) {
            other.met(stage, fact, applied);
        }

        @Override
        public void applied(RuleTable table, Fact fact, List<RuleRow> rows) {
            other.applied(table, fact, rows);
            List<RuleRow> judged = judges.get(table.name()).rows(fact::value);
            if (same(rows, judged)) {
                return;
            }
            Set<String> first = said(rows);
            Set<String> second = said(judged);
            if (!first.equals(second)) {
                String where = fact.path().isEmpty() ? fact.key() : fact.path();
                disagreements.add(new Sentence(
                        table.file() + ", " + where + " : le moteur applique " + first + ", la seconde évaluation "
                                + second,
                        table.file() + ", " + where + ": the engine applies " + first + ", the second evaluation "
                                + second));
            }
        }
    }

    /** Whether they are the very same rows; quick. */
    private static boolean same(List<RuleRow> some, List<RuleRow> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Rows and what they conclude. */
    private static Set<String> said(List<RuleRow> rows) {
        Set<String> said = new TreeSet<>();
        for (RuleRow row : rows) {
            List<String> actions = row.actions().stream()
                    .map(action -> action.column().field() + " = " + action.text())
                    .toList();
            said.add(row.id() + " " + actions);
        }
        return said;
    }

    /**
     * Holds the answers of two decisions of the same facts against each other.
     *
     * @param disagreements takes what disagrees
     */
    public static void compare(Decision first, Decision second, List<Sentence> disagreements) {
        Map<String, String> one = verdicts(first);
        Map<String, String> other = verdicts(second);
        Set<String> questions = new LinkedHashSet<>(one.keySet());
        questions.addAll(other.keySet());
        for (String question : questions) {
            String a = one.getOrDefault(question, "–");
            String b = other.getOrDefault(question, "–");
            if (!a.equals(b)) {
                disagreements.add(new Sentence(
                        question + " : " + a + " par la voie courte, " + b + " par la voie complète",
                        question + ": " + a + " by the short way, " + b + " by the full way"));
            }
        }
    }

    private static Map<String, String> verdicts(Decision decision) {
        Map<String, String> verdicts = new java.util.LinkedHashMap<>();
        decision.answers()
                .forEach(answer -> verdicts.put(
                        answer.question(),
                        answer.verdict() + " " + answer.value().orElse("") + " "
                                + answer.amount().orElse("") + " " + answer.reason()));
        verdicts.put("outcome", decision.outcome());
        return verdicts;
    }

    private static Decision with(Decision decision, List<Sentence> disagreements) {
        List<Problem> problems = new ArrayList<>(decision.problems());
        disagreements.forEach(
                each -> problems.add(new Problem(Problem.DISAGREEMENT, List.of(), Optional.empty(), "", each)));
        problems.sort(Comparator.comparing(Problem::code));
        return decision.with(problems);
    }
}
