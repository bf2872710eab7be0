package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Runs every stage over every fact, one after the other, without the short ways of {@link Units}, and lets one watch. */
final class PlainRun {
    private final Map<Integer, StageRules> stages;
    private final Map<String, RuleRow> rows;
    private final Observer observer;

    /**
     * @param stages rules by place of their stage
     * @param rows rows of all tables by id
     */
    PlainRun(Map<Integer, StageRules> stages, Map<String, RuleRow> rows, Observer observer) {
        this.stages = stages;
        this.rows = rows;
        this.observer = observer;
    }

    /** Runs every stage. */
    void run(Course course) {
        stages.keySet().stream().sorted().forEach(place -> run(stages.get(place), course));
    }

    /** Runs what a table can depend on, and tells only what that table is asked. */
    void ask(Course course, RuleTable table, SortedMap<Integer, Set<Kind>> needed) {
        run(course, needed);
        facts(course.year(), table.kind()).forEach(f -> observer.asked(table, f));
    }

    /** Runs what some fields can depend on. */
    void run(Course course, SortedMap<Integer, Set<Kind>> needed) {
        needed.forEach((place, kinds) -> {
            StageRules rules = stages.get(place);
            Applier applier = new Applier(course);
            rules.programs().forEach((kind, program) -> {
                if (kinds.contains(kind)) {
                    facts(course.year(), kind).forEach(f -> applier.apply(rules.outcome(program, f), f));
                }
            });
            applier.finish();
        });
    }

    private void run(StageRules rules, Course course) {
        Applier applier = new Applier(course);
        for (Map.Entry<Kind, StageProgram> entry : rules.programs().entrySet()) {
            List<RuleTable> tables = rules.tables().stream()
                    .filter(t -> t.kind() == entry.getKey())
                    .toList();
            for (Fact fact : facts(course.year(), entry.getKey())) {
                tables.forEach(t -> observer.asked(t, fact));
                StageProgram.Outcome outcome = rules.outcome(entry.getValue(), fact);
                tables.forEach(t -> observer.applied(t, fact, applied(rules, t, outcome)));
                observer.met(
                        rules.stage(),
                        fact,
                        outcome.rules().stream()
                                .map(a -> a.by().code().rule().id())
                                .collect(Collectors.toSet()));
                applier.apply(outcome, fact);
            }
        }
        applier.finish();
    }

    private static List<? extends Fact> facts(Year year, Kind kind) {
        return kind == Kind.YEAR ? List.of(year) : year.within(kind);
    }

    private List<RuleRow> applied(StageRules rules, RuleTable table, StageProgram.Outcome outcome) {
        return outcome.rules().stream()
                .map(a -> a.by().code().rule().id())
                .filter(id -> rules.isOf(table, id))
                .map(rows::get)
                .toList();
    }
}
