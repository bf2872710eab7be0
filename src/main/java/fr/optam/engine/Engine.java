package fr.optam.engine;

import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides practitioner-years with one rulebook. It keeps nothing between two calls; threads may share it. */
public final class Engine {
    private final Rulebook rulebook;
    private final CodeLists codes;
    private final Map<Stage, StageBase> bases;
    private final Map<Stage, Map<Kind, StageProgram>> programs = new HashMap<>();
    private final Map<String, RuleRow> rows = new HashMap<>();
    private final Map<String, RuleTable> tableOf = new HashMap<>();
    private final UndecidedTables undecided;

    /**
     * @param rulebook what decides; compiled now if it was not yet
     * @throws RulebookInvalid if Drools refuses a rule, or a rule reads what nothing makes
     */
    public Engine(Rulebook rulebook) throws RulebookInvalid {
        this.rulebook = rulebook;
        StageOrder.check(rulebook);
        this.codes = CodeLists.of(rulebook);
        this.bases = rulebook.bases();
        this.undecided = new UndecidedTables(rulebook);
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> {
            rows.put(r.id(), r);
            tableOf.put(r.id(), t);
        }));
        Map<Stage, Map<Kind, List<Rule>>> grouped = new HashMap<>();
        rulebook.rules().values().forEach(r -> grouped
                .computeIfAbsent(r.stage(), s -> new EnumMap<>(Kind.class))
                .computeIfAbsent(r.kind(), k -> new ArrayList<>())
                .add(r));
        Map<String, Template> templates = new ConcurrentHashMap<>();
        grouped.forEach((stage, kinds) -> kinds.forEach((kind, rules) -> programs
                .computeIfAbsent(stage, s -> new EnumMap<>(Kind.class))
                .put(kind, new StageProgram(kind, rules, rows, rulebook.dictionary(), templates))));
    }

    /** The rulebook that decides. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** Decides one practitioner-year. */
    public Decision decide(PractitionerYear facts) {
        return decideAll(List.of(facts), Detail.FULL).get(0);
    }

    /**
     * Decides several practitioner-years; each as if it were alone.
     *
     * @param facts practitioner-years; some tens at a time are quickest
     * @param detail how much is written down
     * @return one decision each, in the same order
     */
    public List<Decision> decideAll(List<PractitionerYear> facts, Detail detail) {
        List<Year> years = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        for (PractitionerYear each : facts) {
            years.add(FactTree.of(codes, each));
            said.add(new Said());
        }
        for (StageBase base : bases.values()) {
            run(base, years, said, detail);
        }
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            decisions.add(new DecisionBuilder(rulebook, rows, detail).build(facts.get(i), said.get(i)));
        }
        return decisions;
    }

    /** A fact of a profile that is not known yet. */
    private record Asked(StageProgram program, StageProgram.Profile profile) {}

    private void run(StageBase base, List<Year> years, List<Said> said, Detail detail) {
        Map<Kind, StageProgram> programs = this.programs.get(base.stage());
        List<List<Object>> met = new ArrayList<>();
        Map<Asked, Fact> asked = new LinkedHashMap<>();
        for (Year year : years) {
            List<Object> own = new ArrayList<>();
            programs.forEach((kind, program) -> {
                for (Fact fact : facts(year, kind)) {
                    StageProgram.Profile profile = program.profile(fact);
                    StageProgram.Outcome outcome = program.known(profile);
                    Object what = outcome;
                    if (outcome == null) {
                        Asked one = new Asked(program, profile);
                        asked.putIfAbsent(one, fact);
                        what = one;
                    }
                    own.add(what);
                }
            });
            met.add(own);
        }
        Map<Asked, StageProgram.Outcome> learnt = asked.isEmpty() ? Map.of() : learn(base, asked);
        for (int i = 0; i < years.size(); i++) {
            Applier applier = new Applier(said.get(i), detail);
            Iterator<Object> own = met.get(i).iterator();
            for (Kind kind : programs.keySet()) {
                for (Fact fact : facts(years.get(i), kind)) {
                    Object what = own.next();
                    applier.apply(what instanceof StageProgram.Outcome outcome ? outcome : learnt.get(what), fact);
                }
            }
            applier.finish();
        }
    }

    private static List<? extends Fact> facts(Year year, Kind kind) {
        return kind == Kind.YEAR ? List.of(year) : year.within(kind);
    }

    /** Asks Drools which rules meet facts of new profiles. */
    private Map<Asked, StageProgram.Outcome> learn(StageBase base, Map<Asked, Fact> asked) {
        Map<Fact, List<String>> fired = new IdentityHashMap<>();
        base.run(asked.values(), (rule, fact) -> fired.computeIfAbsent(fact, f -> new ArrayList<>()).add(rule));
        Map<Asked, StageProgram.Outcome> learnt = new HashMap<>();
        asked.forEach((one, fact) -> {
            List<String> ids = new ArrayList<>(fired.getOrDefault(fact, List.of()));
            Map<String, Object> lacks = new LinkedHashMap<>();
            undecided(base.stage(), fact, ids, lacks);
            ids.sort(null);
            learnt.put(one, one.program().learn(one.profile(), fact, ids, lacks));
        });
        return learnt;
    }

    private void undecided(Stage stage, Fact fact, List<String> ids, Map<String, Object> lacks) {
        for (RuleTable table : undecided.of(stage)) {
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
