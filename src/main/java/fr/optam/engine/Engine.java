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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides practitioner-years with one rulebook. It keeps nothing between two calls; threads may share it. */
public final class Engine {
    private final Rulebook rulebook;
    private final CodeLists codes;
    private final Map<Stage, StageBase> bases;
    private final Map<Stage, Set<Kind>> kinds = new HashMap<>();
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
        rulebook.rules().values().forEach(r -> kinds.computeIfAbsent(r.stage(), s -> EnumSet.noneOf(Kind.class)).add(r.kind()));
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> {
            rows.put(r.id(), r);
            tableOf.put(r.id(), t);
        }));
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
        Set<Kind> wanted = kinds.get(base.stage());
        List<Fact> all = new ArrayList<>();
        List<List<Fact>> each = new ArrayList<>();
        for (Year year : years) {
            List<Fact> own = new ArrayList<>();
            if (wanted.contains(Kind.YEAR)) {
                own.add(year);
            }
            for (Kind kind : wanted) {
                own.addAll(year.within(kind));
            }
            each.add(own);
            all.addAll(own);
        }
        Map<Fact, List<String>> fired = new IdentityHashMap<>();
        base.run(all, (rule, fact) -> fired.computeIfAbsent(fact, f -> new ArrayList<>()).add(rule));
        for (int i = 0; i < years.size(); i++) {
            apply(base.stage(), each.get(i), fired, new Applier(said.get(i), detail != Detail.NONE));
        }
    }

    private void apply(Stage stage, List<Fact> facts, Map<Fact, List<String>> fired, Applier applier) {
        for (Fact fact : facts) {
            List<String> ids = fired.getOrDefault(fact, List.of());
            List<String> sorted = new ArrayList<>(ids);
            for (RuleTable table : undecided.of(stage)) {
                if (table.kind() == fact.kind() && ids.stream().noneMatch(id -> tableOf.get(id) == table)) {
                    UndecidedTables.Verdict verdict = undecided.decide(table, fact);
                    verdict.rows().forEach(r -> sorted.add(r.id()));
                    if (verdict.lacks() != null) {
                        table.actions().forEach(a -> applier.unknown(fact, a.field(), verdict.lacks()));
                    }
                }
            }
            sorted.sort(null);
            for (String id : sorted) {
                Rule rule = rulebook.rules().get(id);
                applier.apply(rule, fact);
            }
        }
        applier.finish();
    }
}
