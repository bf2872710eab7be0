package fr.optam.engine;

import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Decides practitioner-years with one rulebook. It keeps nothing between two calls; threads may share it. */
public final class Engine {
    private final Rulebook rulebook;
    private final CodeLists codes;
    private final List<Schedule.Turn> turns;
    private final Map<Integer, StageRules> stages = new HashMap<>();
    private final Units units;
    private final Map<String, RuleRow> rows = new HashMap<>();
    private final Map<String, SortedMap<Integer, Set<Kind>>> needed = new ConcurrentHashMap<>();

    /**
     * @param rulebook what decides; compiled now if it was not yet
     * @throws RulebookInvalid if Drools refuses a rule, or a rule reads what nothing makes
     */
    public Engine(Rulebook rulebook) throws RulebookInvalid {
        this.rulebook = rulebook;
        StageOrder.check(rulebook);
        this.codes = CodeLists.of(rulebook);
        Map<String, RuleTable> tableOf = new HashMap<>();
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> {
            rows.put(r.id(), r);
            tableOf.put(r.id(), t);
        }));
        UndecidedTables undecided = new UndecidedTables(rulebook);
        Map<Stage, Map<Kind, StageProgram>> programs = programs();
        rulebook.bases()
                .forEach((stage, base) -> stages.put(
                        Stage.inOrder().indexOf(stage), new StageRules(base, programs.get(stage), undecided, tableOf)));
        Schedule schedule = new Schedule(rulebook);
        this.turns = schedule.turns();
        List<StageRules> ofUnits =
                schedule.stagesOfUnits().stream().map(stages::get).toList();
        UnitPlan plan = new UnitPlan(rulebook, schedule.read());
        this.units = new Units(plan, new UnitLearner(plan, ofUnits, schedule.written()));
    }

    private Map<Stage, Map<Kind, StageProgram>> programs() {
        Map<Stage, Map<Kind, List<Rule>>> grouped = new HashMap<>();
        rulebook.rules().values().forEach(r -> grouped.computeIfAbsent(r.stage(), s -> new EnumMap<>(Kind.class))
                .computeIfAbsent(r.kind(), k -> new ArrayList<>())
                .add(r));
        Map<String, Template> templates = new ConcurrentHashMap<>();
        Map<Stage, Map<Kind, StageProgram>> programs = new HashMap<>();
        grouped.forEach((stage, kinds) ->
                kinds.forEach((kind, rules) -> programs.computeIfAbsent(stage, s -> new EnumMap<>(Kind.class))
                        .put(kind, new StageProgram(kind, rules, rows, rulebook.dictionary(), templates))));
        return programs;
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
        List<Course> courses = facts.stream()
                .map(f -> new Course(f, FactTree.of(codes, f), detail))
                .toList();
        for (Schedule.Turn turn : turns) {
            if (turn instanceof Schedule.Others others) {
                run(stages.get(others.stage()), courses);
            } else if (turn instanceof Schedule.UnitStages run) {
                courses.forEach(c -> units.run(c.units(), units.context(c.year()), run.to()));
            }
        }
        return courses.stream().map(c -> c.decision(rulebook, rows)).toList();
    }

    /**
     * Runs one practitioner-year and tells which facts the rule tables are asked about. Slower than {@link #decide}, which
     * does the same with short ways.
     *
     * @param facts the practitioner-year
     * @param observer is told; in the order of stages, facts and tables
     * @return the decision, as {@link #decide} makes it
     */
    public Decision observe(PractitionerYear facts, Observer observer) {
        Course course = new Course(facts, FactTree.of(codes, facts), Detail.FULL);
        new PlainRun(stages, rows, observer).run(course);
        return course.decision(rulebook, rows);
    }

    /**
     * Runs one practitioner-year as far as a rule table needs it, and tells what that table is asked. Quick; there is no
     * decision.
     *
     * @param facts the practitioner-year
     * @param table a rule table of the rulebook
     * @param observer is told of every fact that the table is asked about, in order
     */
    public void ask(PractitionerYear facts, RuleTable table, Observer observer) {
        Course course = new Course(facts, FactTree.of(codes, facts), Detail.NONE, true);
        new PlainRun(stages, rows, observer)
                .ask(course, table, needed.computeIfAbsent(table.name(), t -> needed(table)));
    }

    /** Kinds of facts by place of stage that a table can depend on. */
    private SortedMap<Integer, Set<Kind>> needed(RuleTable table) {
        SortedMap<Integer, Set<Kind>> kinds = new TreeMap<>();
        Upstream.of(rulebook, table).rules().forEach(r -> kinds.computeIfAbsent(
                        Stage.inOrder().indexOf(r.stage()), s -> EnumSet.noneOf(Kind.class))
                .add(r.kind()));
        return kinds;
    }

    private static void run(StageRules rules, List<Course> courses) {
        List<Object> met = new ArrayList<>();
        Map<StageRules.Asked, Fact> asked = new LinkedHashMap<>();
        for (Course course : courses) {
            rules.programs().forEach((kind, program) -> course.facts(kind).forEach(fact -> {
                Key profile = program.profile(fact);
                StageProgram.Outcome outcome = program.known(profile);
                Object what = outcome == null ? new StageRules.Asked(program, profile) : outcome;
                if (what instanceof StageRules.Asked one) {
                    asked.putIfAbsent(one, fact);
                }
                met.add(what);
            }));
        }
        Map<StageRules.Asked, StageProgram.Outcome> learnt = asked.isEmpty() ? Map.of() : rules.learn(asked);
        Iterator<Object> next = met.iterator();
        for (Course course : courses) {
            Applier applier = new Applier(course);
            for (Kind kind : rules.programs().keySet()) {
                for (Fact fact : course.facts(kind)) {
                    Object what = next.next();
                    applier.apply(what instanceof StageProgram.Outcome outcome ? outcome : learnt.get(what), fact);
                }
            }
            applier.finish();
        }
    }
}
