package fr.optam.rulebook.kie;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** The Drools rule base of one stage. */
public final class StageBase {
    private final Stage stage;
    private final KieBase base;
    private final List<ChangedRules> changes;

    private StageBase(Stage stage, KieBase base, List<ChangedRules> changes) {
        this.stage = stage;
        this.base = base;
        this.changes = changes;
    }

    /**
     * Builds the rule base of every stage that has rules.
     *
     * @param models compiled DRL
     * @param tables rule tables, whose rows are rules
     * @throws IllegalStateException if Drools refuses a rule
     */
    public static Map<Stage, StageBase> build(List<Model> models, List<RuleTable> tables) {
        Map<Stage, List<Rule>> rules = new TreeMap<>();
        for (Model model : models) {
            for (Rule rule : model.getRules()) {
                Object group = rule.getAttribute(Rule.Attribute.AGENDA_GROUP);
                Stage.of(String.valueOf(group)).ifPresent(s -> rules.computeIfAbsent(s, x -> new ArrayList<>())
                        .add(rule));
            }
        }
        for (RuleTable table : tables) {
            rules.computeIfAbsent(table.stage(), s -> new ArrayList<>())
                    .addAll(RowModels.of(table).getRules());
        }
        Map<Stage, StageBase> bases = new TreeMap<>();
        rules.forEach((stage, list) -> bases.put(stage, new StageBase(stage, base(stage, list), List.of())));
        return bases;
    }

    /** Builds and runs a rule base of nothing, so that the classes of Drools are there when they are needed. */
    public static void rehearse() {
        KieSession session = base(Stage.inOrder().get(0), List.of()).newKieSession();
        session.fireAllRules();
        session.dispose();
    }

    private static KieBase base(Stage stage, List<Rule> rules) {
        ModelImpl model = new ModelImpl(stage.phase());
        model.addGlobal(org.drools.model.DSL.globalOf(fr.optam.decision.Conclusions.class, stage.phase(), "out"));
        rules.forEach(model::addRule);
        return KieBaseBuilder.createKieBaseFromModel(
                List.of(model), KieServices.Factory.get().newKieBaseConfiguration());
    }

    /**
     * This rule base with one table replaced by another of its name. Rows that stay are run as they were built; those that
     * are others are asked one by one, by the same test of their cells that Drools calls.
     */
    public StageBase with(RuleTable before, RuleTable after) {
        return with(new ChangedRules.Rows(ChangedRows.between(before, after)));
    }

    /** This rule base with rules of another instead of some of its own, by id. */
    public StageBase with(Set<String> gone, StageBase come) {
        return with(new ChangedRules.Rules(Set.copyOf(gone), come));
    }

    /** This rule base with no more than some of its rules, by id. */
    public StageBase only(Set<String> ids) {
        return with(new ChangedRules.Only(Set.copyOf(ids)));
    }

    private StageBase with(ChangedRules change) {
        List<ChangedRules> all = new ArrayList<>(changes);
        all.add(change);
        return new StageBase(stage, base, List.copyOf(all));
    }

    /** A rule base without rules. */
    public static StageBase none(Stage stage) {
        return new StageBase(stage, null, List.of());
    }

    /**
     * A rule base of some rules of DRL.
     *
     * @param models compiled DRL
     * @param ids rules of the stage
     */
    public static StageBase of(Stage stage, List<Model> models, Set<String> ids) {
        List<Rule> rules = models.stream()
                .flatMap(model -> model.getRules().stream())
                .filter(rule -> ids.contains(rule.getName()))
                .toList();
        return new StageBase(stage, base(stage, rules), List.of());
    }

    /** Stage that it runs. */
    public Stage stage() {
        return stage;
    }

    /**
     * Runs the rules of the stage over facts.
     *
     * @param facts facts of this stage
     * @param fired is told each rule that applies, by id, and its fact; the order says nothing
     * @throws org.kie.api.runtime.rule.ConsequenceException if a rule fails
     */
    public void run(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired) {
        run(facts, fired, changes.size());
    }

    private void run(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired, int upTo) {
        if (upTo == 0) {
            built(facts, fired);
            return;
        }
        ChangedRules last = changes.get(upTo - 1);
        run(
                facts,
                (rule, fact) -> {
                    if (!last.isGone(rule)) {
                        fired.accept(rule, fact);
                    }
                },
                upTo - 1);
        last.run(facts, fired);
    }

    private void built(Iterable<? extends Fact> facts, BiConsumer<String, Fact> fired) {
        if (base == null) {
            return;
        }
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("out", Silent.INSTANCE);
            session.addEventListener(new Listener(fired));
            for (Fact fact : facts) {
                session.insert(fact);
            }
            session.getAgenda().getAgendaGroup(stage.name()).setFocus();
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private static final class Listener extends DefaultAgendaEventListener {
        private final BiConsumer<String, Fact> fired;

        Listener(BiConsumer<String, Fact> fired) {
            this.fired = fired;
        }

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            List<?> objects = event.getMatch().getObjects();
            fired.accept(event.getMatch().getRule().getName(), (Fact) objects.get(objects.size() - 1));
        }
    }

    /** Groups facts by kind, so that a stage is only given what its rules look at. */
    public static Map<fr.optam.fact.flat.Kind, List<Fact>> byKind(Iterable<Fact> facts) {
        Map<fr.optam.fact.flat.Kind, List<Fact>> byKind = new EnumMap<>(fr.optam.fact.flat.Kind.class);
        facts.forEach(
                f -> byKind.computeIfAbsent(f.kind(), k -> new ArrayList<>()).add(f));
        return byKind;
    }
}
