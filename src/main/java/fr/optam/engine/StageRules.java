package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of one stage, by kind of fact, and who is asked when facts are met that are unlike all before. */
final class StageRules {
    /** A stage that has none. */
    static final StageRules NONE =
            new StageRules(StageBase.none(Stage.inOrder().get(0)), Map.of(), new UndecidedTables(List.of()), Map.of());

    private final StageBase base;
    private final Map<Kind, StageProgram> programs;
    private final UndecidedTables undecided;
    private final Map<String, RuleTable> tableOf;
    private final Set<List<Origin>> confirmed = ConcurrentHashMap.newKeySet();

    StageRules(
            StageBase base,
            Map<Kind, StageProgram> programs,
            UndecidedTables undecided,
            Map<String, RuleTable> tableOf) {
        this.base = base;
        this.programs = programs;
        this.undecided = undecided;
        this.tableOf = tableOf;
    }

    /**
     * A fact of a profile that is not known yet.
     *
     * @param program rules that look at it
     * @param profile what they can tell of it
     */
    record Asked(StageProgram program, Key profile) {

        /** Written out: what the compiler would generate is slow to make when the program starts. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Asked asked && program == asked.program && profile.equals(asked.profile);
        }

        @Override
        public int hashCode() {
            return profile.hashCode();
        }
    }

    Stage stage() {
        return base.stage();
    }

    /** Whether these are the rules of a base and of programs. */
    boolean is(StageBase other, Map<Kind, StageProgram> others) {
        return base == other && programs.equals(others);
    }

    /** What asks Drools about no more than some of the rules. */
    StageBase only(Set<String> ids) {
        return base.only(ids);
    }

    /** Rules by kind of fact. */
    Map<Kind, StageProgram> programs() {
        return programs;
    }

    /** Rule tables that run in the stage. */
    List<RuleTable> tables() {
        return undecided.of(stage());
    }

    /** Whether a rule is a row of a table. */
    boolean isOf(RuleTable table, String rule) {
        return tableOf.get(rule) == table;
    }

    /**
     * What the stage concludes of a fact, if an index of rows tells; else null. Of rows that are found together for the
     * first time Drools is asked too.
     *
     * @throws IllegalStateException if the two disagree
     */
    StageProgram.Outcome atOnce(StageProgram program, Fact fact) {
        StageProgram.Outcome found = program.atOnce(fact);
        if (found != null) {
            List<Origin> rows = new ArrayList<>(found.rules().size());
            found.rules().forEach(row -> rows.add(row.by()));
            if (!confirmed.contains(rows)) {
                StageProgram.Outcome asked = outcome(program, fact);
                List<Origin> meant =
                        asked.rules().stream().map(StageProgram.Applied::by).toList();
                if (!meant.equals(rows)) {
                    throw new IllegalStateException(
                            stage().name() + ": the index finds " + ids(rows) + ", Drools " + ids(meant));
                }
                confirmed.add(rows);
            }
        }
        return found;
    }

    private static List<String> ids(List<Origin> rows) {
        return rows.stream().map(row -> row.code().rule().id()).toList();
    }

    /** What the stage concludes of a fact. */
    StageProgram.Outcome outcome(StageProgram program, Fact fact) {
        Key profile = program.profile(fact);
        StageProgram.Outcome known = program.known(profile);
        Asked asked = new Asked(program, profile);
        return known != null ? known : learn(Map.of(asked, fact)).get(asked);
    }

    /** Asks Drools which rules meet facts of new profiles. */
    Map<Asked, StageProgram.Outcome> learn(Map<Asked, Fact> asked) {
        Map<Fact, List<String>> fired = new IdentityHashMap<>();
        base.run(asked.values(), (rule, fact) -> fired.computeIfAbsent(fact, f -> new ArrayList<>())
                .add(rule));
        Map<Asked, StageProgram.Outcome> learnt = new HashMap<>();
        asked.forEach((one, fact) -> {
            List<String> ids = new ArrayList<>(fired.getOrDefault(fact, List.of()));
            Map<String, Object> lacks = new LinkedHashMap<>();
            undecided(fact, ids, lacks);
            ids.sort(null);
            learnt.put(one, one.program().learn(one.profile(), fact, ids, lacks));
        });
        return learnt;
    }

    private void undecided(Fact fact, Collection<String> ids, Map<String, Object> lacks) {
        for (RuleTable table : undecided.of(stage())) {
            if (table.kind() == fact.kind() && ids.stream().noneMatch(id -> tableOf.get(id) == table)) {
                UndecidedTables.Verdict verdict = undecided.decide(table, fact);
                verdict.rows().forEach(r -> ids.add(r.id()));
                if (verdict.lacks() != null) {
                    table.actions().forEach(a -> lacks.put(a.field(), verdict.lacks()));
                }
            }
        }
    }
}
