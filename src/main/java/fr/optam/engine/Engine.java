package fr.optam.engine;

import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Decides practitioner-years with one rulebook. It keeps nothing between two calls; threads may share it. */
public final class Engine {
    private final Rulebook rulebook;
    private final CodeLists codes;
    private final ActFacts acts;
    private final FactFields fields;
    private final Map<Integer, StageRules> stages = new HashMap<>();
    private final Sentences sentences;
    private final Cited cited;
    private final Map<String, RuleRow> rows = new HashMap<>();
    private final Map<String, SortedMap<Integer, Set<Kind>>> needed = new ConcurrentHashMap<>();
    private final Optional<Engine> like;
    private volatile Fast fast;

    /** The short ways of {@link #decideAll}: what runs when, and acts that are alike in one. */
    private record Fast(List<Schedule.Turn> turns, Units units, Years years, UnitBasis basis) {}

    /**
     * @param rulebook what decides; compiled now if it was not yet
     * @throws RulebookInvalid if Drools refuses a rule, or a rule reads what nothing makes
     */
    public Engine(Rulebook rulebook) throws RulebookInvalid {
        this(judged(rulebook), Optional.empty());
    }

    private Engine(Rulebook rulebook, Optional<Engine> other) throws RulebookInvalid {
        this.rulebook = rulebook;
        this.like = other;
        this.codes = CodeLists.of(rulebook);
        this.acts = new ActFacts(codes);
        this.fields = new FactFields(codes);
        this.sentences = new Sentences(rulebook);
        this.cited = new Cited(rows);
        Map<String, RuleTable> tableOf = new HashMap<>();
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> {
            rows.put(r.id(), r);
            tableOf.put(r.id(), t);
        }));
        UndecidedTables undecided = new UndecidedTables(rulebook);
        StagePrograms programs = new StagePrograms(rulebook, rows);
        rulebook.bases().forEach((stage, base) -> {
            int place = stage.place();
            Optional<StageRules> known = other.map(o -> o.stages.get(place));
            Map<Kind, StageProgram> all = programs.of(stage, known);
            stages.put(
                    place,
                    known.filter(k -> k.is(base, all)).orElseGet(() -> new StageRules(base, all, undecided, tableOf)));
        });
    }

    /**
     * An engine for a rulebook that was made of this one's by changing a table. What the change does not touch is shared,
     * with all that was learnt of it.
     *
     * @param changed made by {@link Rulebook#with}
     * @throws RulebookInvalid if after the change a rule reads what nothing makes
     */
    public Engine with(Rulebook changed) throws RulebookInvalid {
        return new Engine(judged(changed), Optional.of(this));
    }

    /**
     * As {@link #with}, for a rulebook made of parts of two: a rule may read what nothing makes, which has no value then.
     *
     * @param mixed made by {@code Rulebook.with} or {@link Rulebook#beside}
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public Engine mixed(Rulebook mixed) throws RulebookInvalid {
        return new Engine(mixed, sameFields(mixed) ? Optional.of(this) : Optional.empty());
    }

    /** Whether the fields of facts lie at the same places under another rulebook. */
    boolean sameFields(Rulebook other) {
        return Arrays.stream(Kind.values()).allMatch(kind -> rulebook.dictionary()
                .layout(kind)
                .names()
                .equals(other.dictionary().layout(kind).names()));
    }

    /** Rules by place of their stage. */
    Map<Integer, StageRules> stages() {
        return stages;
    }

    /** The given fields of all facts but acts and letters. */
    FactFields fields() {
        return fields;
    }

    /** Lays acts out. */
    ActFacts acts() {
        return acts;
    }

    /** Rows of all tables by id. */
    Map<String, RuleRow> rows() {
        return rows;
    }

    private static Rulebook judged(Rulebook rulebook) throws RulebookInvalid {
        StageOrder.check(rulebook);
        return rulebook;
    }

    /** Whether facts are laid out the same under another rulebook: of the same options, rates, components, letters. */
    public boolean hasSameFacts(Rulebook other) {
        return codes.isSame(CodeLists.of(other));
    }

    /** Columns of lists that facts are made of, {@code reference/options!option}; rules may look at others. */
    public static List<String> columnsOfFacts() {
        return CodeLists.COLUMNS;
    }

    private Fast fast() {
        return fast == null ? prepared() : fast;
    }

    private synchronized Fast prepared() {
        Fast known = fast;
        if (known == null) {
            Schedule schedule = new Schedule(rulebook);
            List<StageRules> ofUnits =
                    schedule.stagesOfUnits().stream().map(stages::get).toList();
            UnitPlan plan = new UnitPlan(
                    rulebook,
                    schedule.read(),
                    schedule.ends(),
                    schedule.written().keySet());
            UnitBasis basis = new UnitBasis(plan, ofUnits, schedule, codes);
            known = new Fast(
                    schedule.turns(),
                    like.flatMap(e -> e.units(basis)).orElseGet(() -> basis.units(acts, rulebook.dictionary())),
                    new Years(new YearPlan(
                            rulebook,
                            fields,
                            stages.values(),
                            schedule.written().keySet())),
                    basis);
            fast = known;
        }
        return known;
    }

    /** What was learnt of acts with their letters, if they are run the same on another basis. */
    private Optional<Units> units(UnitBasis other) {
        Fast known = fast();
        return known.basis().isLike(other) ? Optional.of(known.units()) : Optional.empty();
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
        Fast ways = fast();
        Years.Scratch scratch = new Years.Scratch();
        List<Decision> decisions = new ArrayList<>(facts.size());
        for (PractitionerYear each : facts) {
            Course course = new Course(each, FactTree.of(fields, ways.units()::addAll, each), detail);
            YearRun run = ways.years().run(course.year(), each.year());
            for (Schedule.Turn turn : ways.turns()) {
                if (turn instanceof Schedule.Others others) {
                    ways.years().run(others.stage(), stages.get(others.stage()), run, course, scratch);
                } else if (turn instanceof Schedule.UnitStages to) {
                    ways.units().run(course.year(), to.to());
                }
            }
            decisions.add(course.decision(rulebook, sentences, cited));
        }
        return List.copyOf(decisions);
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
        return observe(facts, observer, Detail.FULL);
    }

    /**
     * The same, writing down as much as is wanted. An engine that decides one practitioner-year or two is quickest so: the
     * short ways of {@link #decideAll} must be prepared.
     */
    public Decision observe(PractitionerYear facts, Observer observer, Detail detail) {
        Course course = new Course(facts, FactTree.of(fields, acts::addAll, facts), detail);
        new PlainRun(stages, rows, observer).run(course);
        return course.decision(rulebook, sentences, cited);
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
        Course course = new Course(facts, FactTree.of(fields, acts::addAll, facts), Detail.NONE, true);
        new PlainRun(stages, rows, observer)
                .ask(course, table, needed.computeIfAbsent(table.name(), t -> Upstream.of(rulebook, table)
                        .kinds()));
    }

    /**
     * Runs one practitioner-year as far as some of its fields need it. Quick; there is no decision.
     *
     * @param facts the practitioner-year
     * @param fields names of fields of the practitioner-year
     * @return those that are known, by name: code, number, day or truth value
     */
    public Map<String, Object> conclude(PractitionerYear facts, List<String> fields) {
        Course course = new Course(facts, FactTree.of(this.fields, acts::addAll, facts), Detail.NONE, true);
        SortedMap<Integer, Set<Kind>> kinds = needed.computeIfAbsent(String.join(" ", fields), names -> {
            List<Stage> order = Stage.inOrder();
            return Upstream.of(rulebook, fields, order.get(order.size() - 1)).kinds();
        });
        new PlainRun(stages, rows, (table, fact) -> {}).run(course, kinds);
        Map<String, Object> found = new HashMap<>();
        for (String field : fields) {
            if (course.year().known(field)) {
                found.put(field, course.year().value(field));
            }
        }
        return Map.copyOf(found);
    }
}
