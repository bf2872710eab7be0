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
import java.util.List;
import java.util.Map;

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
        grouped.forEach((stage, kinds) -> kinds.forEach((kind, rules) -> programs
                .computeIfAbsent(stage, s -> new EnumMap<>(Kind.class))
                .put(kind, new StageProgram(kind, rules, rows, rulebook.dictionary()))));
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

    private void run(StageBase base, List<Year> years, List<Said> said, Detail detail) {
        Map<Kind, StageProgram> programs = this.programs.get(base.stage());
        List<List<Fact>> facts = new ArrayList<>();
        Map<Fact, StageProgram.Profile> profiles = new IdentityHashMap<>();
        Map<StageProgram, Map<StageProgram.Profile, Fact>> fresh = new IdentityHashMap<>();
        List<Fact> asked = new ArrayList<>();
        for (Year year : years) {
            List<Fact> own = new ArrayList<>();
            programs.keySet().forEach(kind -> own.addAll(kind == Kind.YEAR ? List.of(year) : year.within(kind)));
            for (Fact fact : own) {
                StageProgram program = programs.get(fact.kind());
                StageProgram.Profile profile = program.profile(fact);
                profiles.put(fact, profile);
                if (program.known(profile) == null && fresh.computeIfAbsent(program, p -> new HashMap<>()).putIfAbsent(profile, fact) == null) {
                    asked.add(fact);
                }
            }
            facts.add(own);
        }
        Map<Fact, StageProgram.Outcome> learnt = asked.isEmpty() ? Map.of() : learn(base, asked, profiles);
        for (int i = 0; i < years.size(); i++) {
            Applier applier = new Applier(said.get(i), detail != Detail.NONE);
            for (Fact fact : facts.get(i)) {
                StageProgram program = programs.get(fact.kind());
                StageProgram.Profile profile = profiles.get(fact);
                StageProgram.Outcome outcome = program.known(profile);
                applier.apply(outcome != null ? outcome : learnt.get(fresh.get(program).get(profile)), fact);
            }
            applier.finish();
        }
    }

    /** Asks Drools which rules meet facts of new profiles. */
    private Map<Fact, StageProgram.Outcome> learn(StageBase base, List<Fact> asked, Map<Fact, StageProgram.Profile> profiles) {
        Map<Fact, List<String>> fired = new IdentityHashMap<>();
        base.run(asked, (rule, fact) -> fired.computeIfAbsent(fact, f -> new ArrayList<>()).add(rule));
        Map<Fact, StageProgram.Outcome> learnt = new IdentityHashMap<>();
        for (Fact fact : asked) {
            List<String> ids = new ArrayList<>(fired.getOrDefault(fact, List.of()));
            List<StageProgram.Lacking> lacking = new ArrayList<>();
            undecided(base.stage(), fact, ids, lacking);
            ids.sort(null);
            List<Rule> rules = ids.stream().map(id -> rulebook.rules().get(id)).toList();
            learnt.put(fact, programs.get(base.stage()).get(fact.kind()).learn(profiles.get(fact), fact, rules, lacking));
        }
        return learnt;
    }

    private void undecided(Stage stage, Fact fact, List<String> ids, List<StageProgram.Lacking> lacking) {
        for (RuleTable table : undecided.of(stage)) {
            if (table.kind() == fact.kind() && ids.stream().noneMatch(id -> tableOf.get(id) == table)) {
                UndecidedTables.Verdict verdict = undecided.decide(table, fact);
                verdict.rows().forEach(r -> ids.add(r.id()));
                if (verdict.lacks() != null) {
                    table.actions().forEach(a -> lacking.add(new StageProgram.Lacking(a.field(), verdict.lacks())));
                }
            }
        }
    }
}
